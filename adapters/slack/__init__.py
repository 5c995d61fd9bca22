"""Slack as a full surface: direct messages, modals and the Home tab of one app in many workspaces."""
