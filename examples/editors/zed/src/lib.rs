//! Tells Zed how to start the language server, and hands on what the settings say about it. It does nothing else.
use zed_extension_api::{
    self as zed, serde_json::Value, settings::LspSettings, LanguageServerId, Worktree,
};

/// The command that `npm link` (or `npm install --global`) installs.
const SERVER: &str = "peer-role-check-language-server";

struct PeerRoleCheck;

impl zed::Extension for PeerRoleCheck {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree.which(SERVER).ok_or_else(|| {
            format!(
                "\"{SERVER}\" was not found. Run \"npm link\" in the folder of Peer Role Check."
            )
        })?;
        Ok(zed::Command {
            command,
            args: vec!["--stdio".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> zed::Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> zed::Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.settings)
    }
}

zed::register_extension!(PeerRoleCheck);
