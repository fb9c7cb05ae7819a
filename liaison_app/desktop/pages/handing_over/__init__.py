"""The page that hands the office over: what is asked, the preview as cards, one step."""
