//! Smoke test of the Rust client (reqwest-trait, with builders for the parameters) of openapi-generator.
use inventree::apis::configuration::{ApiKey, Configuration};
use inventree::apis::part_api::*;
use inventree::apis::user_api::*;
use inventree::apis::Error;
use inventree::models::{PartListAnswer, PartRequest, PatchedPartRequest, RoleVerb};
use std::env::var;
use std::sync::Arc;

fn configuration() -> Configuration {
    Configuration { base_path: var("BASE").unwrap().trim_end_matches('/').to_owned(), ..Configuration::default() }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let basic = Configuration { basic_auth: Some((var("USER").unwrap(), var("PASSWORD").ok())), ..configuration() };
    let name = UserTokenRetrieveParams::builder().name("smoke-rust".to_owned()).build();
    let key = UserApiClient::new(Arc::new(basic)).user_token_retrieve(name).await.unwrap().token;
    let api = Arc::new(Configuration { api_key: Some(ApiKey { prefix: Some("Token".to_owned()), key }), ..configuration() });
    let parts = PartApiClient::new(api.clone());

    let role = UserApiClient::new(api).user_me_roles_retrieve().await.unwrap();
    assert!(role.roles.part.unwrap().contains(&RoleVerb::View), "roles");

    let mut body = PartRequest::new("Smoke rust".to_owned());
    body.description = Some("A part".to_owned());
    body.ipn = Some("SMK-RUST".to_owned());
    body.minimum_stock = Some(2.5);
    let made = parts.part_create(PartCreateParams::builder().part_request(body).build()).await.unwrap();
    assert!(made.ipn.as_deref() == Some("SMK-RUST") && made.minimum_stock == 2.5, "create");

    match parts.part_list(PartListParams::builder().limit(1).ordering("-name".to_owned()).build()).await.unwrap() {
        PartListAnswer::PaginatedPartList(page) => assert!(page.count >= 1 && page.results.len() == 1, "page"),
        other => panic!("no page: {other:?}"),
    }
    match parts.part_list(PartListParams::builder().build()).await.unwrap() {
        PartListAnswer::PartArray(all) => assert!(all.iter().any(|part| part.pk == made.pk), "bare list"),
        other => panic!("no array: {other:?}"),
    }

    let read = parts.part_retrieve(PartRetrieveParams::builder().id(made.pk).build()).await.unwrap();
    assert_eq!(read.name, "Smoke rust");
    let mut patch = PatchedPartRequest::new();
    patch.description = Some("Changed".to_owned());
    patch.active = Some(false);
    patch.keywords = Some(None);
    let change = PartPartialUpdateParams::builder().id(made.pk).patched_part_request(patch).build();
    let changed = parts.part_partial_update(change).await.unwrap();
    assert!(changed.description == "Changed" && !changed.active && changed.keywords.is_none(), "change");
    parts.part_destroy(PartDestroyParams::builder().id(made.pk).build()).await.unwrap();
    match parts.part_retrieve(PartRetrieveParams::builder().id(made.pk).build()).await {
        Err(Error::ResponseError(answer)) => assert_eq!(answer.status.as_u16(), 404),
        other => panic!("still there: {other:?}"),
    }
    println!("ok rust");
}
