//! Lock this program down, or run another under a policy.
