//! Sessions: how long they last, and that they end at once when they must.

use super::*;
use crate::access::jobs::jobs;
use platform::jobs::run_once;

#[tokio::test]
async fn a_session_that_is_used_lives_on_and_one_that_is_not_ends_after_thirty_days() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let (used, unused) = (
            session(&database, "tyra@example.org").await,
            session(&database, "tyra@example.org").await,
        );

        let later = standing("2027-06-10T12:00:00Z");
        assert!(holder(&database, &later, &used).await.is_some());
        later.set(at("2027-06-17T12:00:00Z"));
        assert!(holder(&database, &later, &used).await.is_some());
        assert_eq!(holder(&database, &later, &unused).await, None);
        for day in ["2027-07-15T12:00:00Z", "2027-08-10T12:00:00Z", "2027-08-16T11:59:59Z"] {
            later.set(at(day));
            assert!(holder(&database, &later, &used).await.is_some(), "{day}");
        }
        later.set(at("2027-08-16T12:00:00Z"));
        assert_eq!(holder(&database, &later, &used).await, None);
    }
}

#[tokio::test]
async fn a_use_is_noted_once_an_hour_and_not_for_each_page() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let secret = session(&database, "tyra@example.org").await;

        let clock = standing("2027-05-18T12:59:59Z");
        let (written, asked) = (database.generation(), database.statements());
        holder(&database, &clock, &secret).await.unwrap();
        assert_eq!(database.generation(), written);
        assert_eq!(database.statements(), asked + 1);
        clock.set(at("2027-05-18T13:00:00Z"));
        holder(&database, &clock, &secret).await.unwrap();
        holder(&database, &clock, &secret).await.unwrap();
        assert_eq!(database.generation(), written + 1);
    }
}

#[tokio::test]
async fn signing_out_ends_that_session_and_no_other() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let (home, work) = (
            session(&database, "tyra@example.org").await,
            session(&database, "tyra@example.org").await,
        );

        commands::sign_out(&database, home.clone()).await.unwrap();
        commands::sign_out(&database, SessionSecret("nonsense".to_owned())).await.unwrap();

        assert_eq!(holder(&database, &standing(NOON), &home).await, None);
        assert!(holder(&database, &standing(NOON), &work).await.is_some());
    }
}

#[tokio::test]
async fn ending_access_or_changing_the_role_ends_all_sessions_of_that_person_at_once() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        let bo = add(&database, "Bo", "bo@example.org", Role::Organiser).await;
        let tyras = session(&database, "tyra@example.org").await;

        let bos = session(&database, "bo@example.org").await;
        commands::change_role(&database, noon(), bo, Role::Organiser).await.unwrap();
        assert!(holder(&database, &standing(NOON), &bos).await.is_some());
        commands::change_role(&database, noon(), bo, Role::Administrator).await.unwrap();
        assert_eq!(holder(&database, &standing(NOON), &bos).await, None);

        let bos = session(&database, "bo@example.org").await;
        let waiting = link(&database, "bo@example.org").await;
        commands::end_access(&database, noon(), bo).await.unwrap();
        assert_eq!(holder(&database, &standing(NOON), &bos).await, None);
        assert!(commands::sign_in(&database, noon(), waiting).await.is_err());

        // Back again: what was open before stays shut.
        assert_eq!(add(&database, "Bo", "bo@example.org", Role::Organiser).await, bo);
        assert_eq!(holder(&database, &standing(NOON), &bos).await, None);
        assert!(holder(&database, &standing(NOON), &tyras).await.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_slips_in_while_their_access_is_being_ended() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        for nth in 0..10 {
            let email = format!("bo{nth}@example.org");
            let bo = add(&database, "Bo", &email, Role::Organiser).await;
            let link = link(&database, &email).await;
            let (left, right) = (database.clone(), database.clone());
            let signing_in =
                tokio::spawn(async move { commands::sign_in(&left, noon(), link).await });
            let ending =
                tokio::spawn(async move { commands::end_access(&right, noon(), bo).await });
            let _ = signing_in.await.unwrap();
            ending.await.unwrap().unwrap();
        }
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 0);
    }
}

#[tokio::test]
async fn what_no_longer_opens_anything_is_forgotten_and_nothing_is_written_without_need() {
    for database in databases().await {
        add(&database, "Tyra", "tyra@example.org", Role::Administrator).await;
        session(&database, "tyra@example.org").await;
        let clock = standing("2027-05-19T12:29:59Z");
        let jobs = jobs(&database, &clock);

        let written = database.generation();
        run_once(&jobs).await;
        assert_eq!(database.generation(), written);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 1);

        clock.set(at("2027-05-19T12:30:00Z"));
        run_once(&jobs).await;
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_link").await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 1);

        clock.set(at("2027-06-17T11:59:59Z"));
        run_once(&jobs).await;
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 1);
        clock.set(at("2027-06-17T12:00:00Z"));
        run_once(&jobs).await;
        assert_eq!(number(&database, "SELECT count(*) AS n FROM sign_in_session").await, 0);
        assert_eq!(number(&database, "SELECT count(*) AS n FROM person").await, 1);
    }
}
