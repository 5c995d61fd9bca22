"""Working fakes of every port, for our own tests and for those who write a surface."""
