//! The supervisor: receives notifications, judges, performs on behalf, reports.
