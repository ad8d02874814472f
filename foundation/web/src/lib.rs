//! Page shell, forms, session, request protection, components, error pages, assets
