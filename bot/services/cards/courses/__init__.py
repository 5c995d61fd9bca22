"""What is said in courses, to trainers and to learners."""
