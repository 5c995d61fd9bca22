"""What somebody can hand over of a course: attendance, completion, and one file for an accreditor."""
