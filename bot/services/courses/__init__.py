"""Courses: what a cohort's page and its members keep, and who may do what in one."""
