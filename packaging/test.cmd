@echo off
rem Set everything up, at the first time, and run all checks and tests: packaging\test.cmd [--trials]
where py >nul 2>nul || (echo Liaison needs Python 3.11 to 3.14. Install one from https://www.python.org, then start again. & exit /b 1)
py -3 "%~dp0bootstrap.py" test %*
exit /b %errorlevel%
