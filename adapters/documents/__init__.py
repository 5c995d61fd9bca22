"""Documents as PDF, made with ReportLab."""
