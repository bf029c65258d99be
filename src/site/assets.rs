//! The folder where Trunk gathers the site: what lies there when this build begins, and the names under which it ends.
//!
//! A name with a hash of the content can be cached for ever. Programs get theirs here, when nothing changes them any more;
//! and only now `embed.js` can be told all names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::split::{Destination, Program};

/// Stands in `embed.js` until the names are known.
const FILES_PLACE: &str = "__COLDSTART_FILES__";

/// The list that the bundler leaves (`www/build.mjs`).
const LIST: &str = "assets.json";

/// Trunk's staging folder.
#[derive(Clone, Debug)]
pub(crate) struct Staging {
    folder: PathBuf,
    is_release: bool,
}

/// What the bundler has made, by the names in the staging folder.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bundles {
    editor: String,
    /// The script that loads the second part of the page's program.
    run_views: String,
    worker_boot: String,
    /// The styles of the page.
    pub(crate) page_css: String,
    /// The styles of a lab.
    pub(crate) lab_css: String,
    /// The styles of a lab in a shadow root.
    element_css: String,
    /// The script of `lab.html`, the page for frames.
    pub(crate) frame: String,
    /// The styles of `lab.html` around its lab.
    pub(crate) frame_css: String,
}

/// What `embed.js` needs to know, relative to itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Files {
    page: String,
    page_wasm: String,
    run_views: String,
    run_views_wasm: String,
    element_css: String,
    editor: String,
    worker_boot: String,
    worker: String,
    worker_wasm: String,
}

impl Staging {
    /// The folder that Trunk names to its hooks.
    pub(crate) fn from_environment() -> Result<Staging, Failure> {
        let variable = |name: &str| {
            std::env::var(name).map_err(|_| {
                Failure::build(format!(
                    "{name} is not set: this program is started by `trunk build`"
                ))
            })
        };
        Ok(Staging {
            folder: PathBuf::from(variable("TRUNK_STAGING_DIR")?),
            is_release: variable("TRUNK_PROFILE")? == "release",
        })
    }

    /// Reads a text file of the folder.
    pub(crate) fn read(&self, name: &str) -> Result<String, Failure> {
        fs::read_to_string(self.folder.join(name)).map_err(|error| self.trouble(name, &error))
    }

    /// Writes a text file of the folder.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        fs::write(self.folder.join(name), text).map_err(|error| self.trouble(name, &error))
    }

    /// What the bundler has made.
    pub(crate) fn bundles(&self) -> Result<Bundles, Failure> {
        serde_json::from_str(&self.read(LIST)?)
            .map_err(|error| Failure::build(format!("{LIST}, which www/build.mjs writes: {error}")))
    }

    /// The fonts of upright Latin text; the others are rare.
    pub(crate) fn fonts(&self) -> Result<Vec<String>, Failure> {
        let mut names = self.names()?;
        names.retain(|name| name.contains("-latin-wght-normal") && name.ends_with(".woff2"));
        Ok(names)
    }

    /// The names of all files, in order.
    fn names(&self) -> Result<Vec<String>, Failure> {
        let entries = fs::read_dir(&self.folder).map_err(|error| self.trouble("", &error))?;
        let mut names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        Ok(names)
    }

    /// Cuts the page's program in two.
    pub(crate) fn split(&self, bundles: &Bundles) -> Result<(), Failure> {
        let stem = self.page_stem()?;
        let [.., second] = page_files(&stem);
        Program::of_this_build(self.is_release)?.split(&Destination {
            folder: &self.folder,
            stem: &stem,
            loader: &bundles.run_views,
            second: &second,
        })
    }

    /// Makes what travels small, gives the programs their names, and tells `embed.js` all names.
    pub(crate) fn finish(&self, bundles: Bundles) -> Result<(), Failure> {
        let stem = self.page_stem()?;
        if self.is_release {
            let [page, page_wasm, run_views_wasm] = page_files(&stem);
            self.optimise(&[&page_wasm, &run_views_wasm, &page, "worker.js"])?;
        }
        let [page, page_wasm, run_views_wasm] = self.rename_page(&stem)?;
        let files = Files {
            page,
            page_wasm,
            run_views: bundles.run_views,
            run_views_wasm,
            element_css: bundles.element_css,
            editor: bundles.editor,
            worker_boot: bundles.worker_boot,
            worker: self.rename_by_content("worker.js", "worker-", ".js")?,
            worker_wasm: self.rename_by_content("worker_bg.wasm", "worker-", "_bg.wasm")?,
        };
        let json = serde_json::to_string(&files)
            .map_err(|error| Failure::build(format!("the list of files: {error}")))?;
        let script = self.read("embed.js")?;
        if script.matches(FILES_PLACE).count() != 1 {
            return Err(Failure::build(format!(
                "embed.js has to name {FILES_PLACE} once"
            )));
        }
        self.write("embed.js", &script.replacen(FILES_PLACE, &json, 1))?;
        fs::remove_file(self.folder.join(LIST)).map_err(|error| self.trouble(LIST, &error))
    }

    /// What the names of the page's script and program begin with: there is a hash in them that only Trunk knows.
    fn page_stem(&self) -> Result<String, Failure> {
        let names = self.names()?;
        let stems: Vec<&str> = names
            .iter()
            .filter_map(|name| name.strip_suffix("_bg.wasm"))
            .filter(|stem| stem.starts_with("page"))
            .collect();
        match stems.as_slice() {
            [stem] => Ok((*stem).to_owned()),
            _ => Err(Failure::build(format!(
                "expected one page*_bg.wasm from Trunk, found {stems:?}"
            ))),
        }
    }

    fn optimise(&self, names: &[&str]) -> Result<(), Failure> {
        let status = Command::new("node")
            .arg("www/optimise.mjs")
            .args(names.iter().map(|name| self.folder.join(name)))
            .status()
            .map_err(|error| {
                Failure::build(format!(
                    "node www/optimise.mjs could not be started: {error}"
                ))
            })?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::build(format!("node www/optimise.mjs: {status}")))
        }
    }

    /// Names the page's program by what became of it. One name for all three, since none works with another build's.
    fn rename_page(&self, stem: &str) -> Result<[String; 3], Failure> {
        let before = page_files(stem);
        let mut content = Vec::new();
        for name in &before {
            let path = self.folder.join(name);
            content.extend(fs::read(path).map_err(|error| self.trouble(name, &error))?);
        }
        let names = page_files(&format!("page-{:016x}", hash(&content)));
        for (before, name) in before.iter().zip(&names) {
            fs::rename(self.folder.join(before), self.folder.join(name))
                .map_err(|error| self.trouble(before, &error))?;
        }
        Ok(names)
    }

    fn rename_by_content(&self, name: &str, before: &str, after: &str) -> Result<String, Failure> {
        let path = self.folder.join(name);
        let content = fs::read(&path).map_err(|error| self.trouble(name, &error))?;
        let new_name = format!("{before}{:016x}{after}", hash(&content));
        fs::rename(&path, self.folder.join(&new_name))
            .map_err(|error| self.trouble(name, &error))?;
        Ok(new_name)
    }

    fn trouble(&self, name: &str, error: &std::io::Error) -> Failure {
        let path = Path::new(&self.folder).join(name);
        Failure::build(format!("{}: {error}", path.display()))
    }
}

/// The names of the page's script, its program, and the second part of that.
fn page_files(stem: &str) -> [String; 3] {
    ["{}.js", "{}_bg.wasm", "{}-run-views.wasm"].map(|name| name.replace("{}", stem))
}

/// FNV-1a, 64 bits: enough to tell builds apart, and the same on every machine.
fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_to_embed_js_and_follow_the_content() {
        let folder = std::env::temp_dir().join(format!("coldstart-site-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written");
        let staging = Staging {
            folder: folder.clone(),
            is_release: false,
        };
        for (name, text) in [
            ("embed.js", "const files = __COLDSTART_FILES__;"),
            ("page-1a.js", ""),
            ("page-1a_bg.wasm", "program"),
            ("page-1a-run-views.wasm", "views"),
            ("page-1a.css", ""),
            ("x-latin-wght-normal-1.woff2", ""),
            ("x-latin-wght-italic-1.woff2", ""),
            ("worker.js", "worker"),
            ("worker_bg.wasm", "wasm"),
            (
                "assets.json",
                r#"{"editor":"editor-1.js","runViews":"views-1.js","workerBoot":"boot-1.js","pageCss":"p.css","labCss":"l.css","elementCss":"e.css","frame":"f.js","frameCss":"f.css","licences":"x"}"#,
            ),
        ] {
            staging.write(name, text).expect("a file can be written");
        }
        let bundles = staging.bundles().expect("the list can be read");
        assert_eq!(
            (bundles.page_css.as_str(), bundles.lab_css.as_str()),
            ("p.css", "l.css")
        );
        staging.finish(bundles).expect("everything is there");
        let script = staging.read("embed.js").expect("it is still there");
        let left = staging.names().expect("the folder can be read");
        let fonts = staging.fonts().expect("the folder can be read");
        fs::remove_dir_all(&folder).expect("the folder can be removed");
        let (worker, wasm) = (
            format!("worker-{:016x}.js", hash(b"worker")),
            format!("worker-{:016x}_bg.wasm", hash(b"wasm")),
        );
        let [page, page_wasm, views] = page_files(&format!("page-{:016x}", hash(b"programviews")));
        assert_eq!(
            script,
            format!(
                r#"const files = {{"page":"{page}","pageWasm":"{page_wasm}","runViews":"views-1.js","runViewsWasm":"{views}","elementCss":"e.css","editor":"editor-1.js","workerBoot":"boot-1.js","worker":"{worker}","workerWasm":"{wasm}"}};"#
            )
        );
        assert_eq!(fonts, ["x-latin-wght-normal-1.woff2"]);
        let mut expected = vec![
            "embed.js",
            "page-1a.css",
            &page,
            &page_wasm,
            &views,
            &worker,
            &wasm,
            "x-latin-wght-italic-1.woff2",
            "x-latin-wght-normal-1.woff2",
        ];
        expected.sort_unstable();
        assert_eq!(left, expected);
    }
}
