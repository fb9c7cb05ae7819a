@echo off
rem Set Liaison up, at the first time, and start it: packaging\run.cmd [COMMAND...]
where py >nul 2>nul || (echo Liaison needs Python 3.11 to 3.14. Install one from https://www.python.org, then start again. & exit /b 1)
py -3 "%~dp0bootstrap.py" run %*
exit /b %errorlevel%
