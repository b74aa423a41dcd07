"""Who may come in: people, their roles and groups, their passwords, and the log-ins that end."""
