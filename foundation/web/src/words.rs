//! Wording: what the interface says, per language, from the words files of every slice.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use locale::Language;
use std::sync::Arc;

/// One slice's wording in both languages, in Fluent's format.
#[derive(Debug, Clone, Copy)]
pub struct WordsText {
    pub slice: &'static str,
    pub sv: &'static str,
    pub en: &'static str,
}

/// Everything the interface can say in one language.
#[derive(Clone)]
pub struct Words {
    pub language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Words {
    /// The error names the slice whose words cannot be read.
    pub fn new(language: Language, texts: &[WordsText]) -> Result<Self, String> {
        let code = language.code().parse().map_err(|error| format!("{error:?}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![code]);
        // The marks that isolate directions are of no use between Swedish and English, and turn
        // up in subjects of letters.
        bundle.set_use_isolating(false);
        for text in texts {
            let source = match language {
                Language::Swedish => text.sv,
                Language::English => text.en,
            };
            let resource = FluentResource::try_new(source.to_owned())
                .map_err(|(_, errors)| format!("words of {}: {errors:?}", text.slice))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| format!("words of {}: {errors:?}", text.slice))?;
        }
        Ok(Self { language, bundle: Arc::new(bundle) })
    }

    /// What is said under `key`. The key is a string literal, so that a test can see that it is
    /// there in both languages.
    pub fn text(&self, key: &str) -> String {
        self.formatted(key, None)
    }

    pub fn text_with<'a, const N: usize>(
        &self,
        key: &str,
        variables: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        let arguments: FluentArgs<'a> = variables.into_iter().collect();
        self.formatted(key, Some(&arguments))
    }

    fn formatted(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|it| it.value()) else {
            tracing::error!(key, language = self.language.code(), "wording is missing");
            return key.to_owned();
        };
        let mut errors = vec![];
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "wording could not be filled in");
        }
        text.into_owned()
    }
}

/// Both languages.
#[derive(Clone)]
pub struct Wordbook {
    swedish: Words,
    english: Words,
}

impl Wordbook {
    pub fn new(texts: &[WordsText]) -> Result<Self, String> {
        Ok(Self {
            swedish: Words::new(Language::Swedish, texts)?,
            english: Words::new(Language::English, texts)?,
        })
    }

    pub fn of(&self, language: Language) -> &Words {
        match language {
            Language::Swedish => &self.swedish,
            Language::English => &self.english,
        }
    }
}
