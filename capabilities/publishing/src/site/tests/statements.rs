//! Every statement of the store is understood by both engines.

use super::*;

#[tokio::test]
async fn both_engines_understand_every_statement() {
    let source = include_str!("../store.rs");
    let statements: Vec<&str> = source
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|it| ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].iter().any(|s| it.starts_with(s)))
        .collect();
    assert_eq!(statements.len(), 7);
    for database in databases().await {
        for statement in &statements {
            let prepared = database.read().await.unwrap().prepare((*statement).to_owned()).await;
            assert!(prepared.is_ok(), "{}: {statement}: {prepared:?}", database.engine_name());
        }
    }
}
