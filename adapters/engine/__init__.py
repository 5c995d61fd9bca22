"""What makes time pass: one tick, and a task for each lane with work. The only home of `apscheduler`."""
