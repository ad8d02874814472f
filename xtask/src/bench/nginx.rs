//! The peer for a page: nginx serving the same bytes with the same headers, uncompressed.

use std::fs;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::http::{Answer, Connection};
use super::instance::fresh_folder;
use crate::debian::Package;
use crate::ports;
use crate::programs::{self, Program};

/// What nginx itself says of every answer, or what belongs to one connection.
const ITS_OWN: [&str; 6] =
    ["date", "server", "connection", "keep-alive", "content-length", "transfer-encoding"];

#[derive(Debug)]
pub struct Nginx {
    _program: Program,
    pub address: SocketAddr,
}

impl Nginx {
    pub fn serve(page: &Answer) -> Result<Self, String> {
        let nginx = Package::Nginx.found().ok_or("nginx is not installed")?;
        let folder = fresh_folder("nginx")?;
        let port = ports::free().map_err(|error| format!("no free port: {error}"))?;
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder.join("pages")).map_err(failed)?;
        fs::write(folder.join("pages/page"), &page.sent).map_err(failed)?;
        fs::write(folder.join("nginx.conf"), configuration(page, port)).map_err(failed)?;
        let mut command = programs::command(nginx, &["-e", "stderr", "-c"], &folder);
        command.arg(folder.join("nginx.conf")).arg("-p").arg(&folder);
        let mut program = Program::start(command)?;
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let started = Instant::now();
        let served = loop {
            match Connection::open(address).and_then(|mut it| it.get("/page", "")) {
                Ok(answer) => break answer,
                Err(failure) if started.elapsed() > Duration::from_secs(10) => return Err(failure),
                Err(_) => std::thread::sleep(Duration::from_millis(10)),
            }
            if let Some(status) = program.ended() {
                return Err(format!("nginx did not start ({status})"));
            }
        };
        if served.status != 200 || served.sent != page.sent {
            return Err(format!("nginx serves something else ({})", served.status));
        }
        Ok(Self { _program: program, address })
    }
}

fn configuration(page: &Answer, port: u16) -> String {
    let mut content_type = "text/html";
    let mut headers = String::new();
    for line in page.head.lines().skip(1).filter(|line| !line.is_empty()) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-type") {
            content_type = value;
        } else if !ITS_OWN.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            headers.push_str(&format!("    add_header {name} \"{value}\";\n"));
        }
    }
    format!(
        "daemon off;\nworker_processes auto;\npid nginx.pid;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  tcp_nodelay on;\n  etag off;\n\
         \x20 keepalive_requests 1000000000;\n  keepalive_timeout 600;\n\
         \x20 open_file_cache max=10 inactive=600s;\n  client_body_temp_path body;\n\
         \x20 proxy_temp_path proxy;\n  fastcgi_temp_path fastcgi;\n  uwsgi_temp_path uwsgi;\n\
         \x20 scgi_temp_path scgi;\n  types {{ }}\n  default_type \"{content_type}\";\n\
         \x20 server {{\n    listen 127.0.0.1:{port};\n    root pages;\n{headers}  }}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_the_pages_own_headers() {
        let page = Answer {
            status: 200,
            head: "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nDate: x\r\n\
                   content-length: 4\r\nX-Said: \"a\\b\"\r\n\r\n"
                .to_owned(),
            sent: b"page".to_vec(),
        };
        let written = configuration(&page, 8081);
        assert!(written.contains(r#"default_type "text/html; charset=utf-8";"#), "{written}");
        assert!(written.contains(r#"add_header X-Said "\"a\\b\"";"#), "{written}");
        assert!(!written.to_lowercase().contains("add_header date"), "{written}");
    }
}
