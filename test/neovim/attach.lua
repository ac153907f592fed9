-- An independent client: Neovim's own LSP client (0.7 or later) attached to `privacylint lsp --stdio`.
-- Run by scripts/host/run-neovim.mjs. PRIVACYLINT_FILE is the form to open (a copy), PRIVACYLINT_CLI the command line.
-- Prints `ok <title>` or `NOT OK <title>: <why>` for each step and ends with code 1 after the first that fails.
local function say(line)
  io.stdout:write(line .. '\n')
end

local function step(title, action)
  local good, problem = pcall(action)
  if good then
    say('ok ' .. title)
    return
  end
  say('NOT OK ' .. title .. ': ' .. tostring(problem):gsub('\n', ' '))
  vim.cmd('cquit 1')
end

local function findings()
  return vim.tbl_filter(function(d)
    return d.source == 'privacylint'
  end, vim.diagnostic.get(0))
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local client
step('attaches', function()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.PRIVACYLINT_FILE))
  vim.bo.filetype = 'html'
  local id = vim.lsp.start_client({
    name = 'privacylint',
    cmd = { 'node', vim.env.PRIVACYLINT_CLI, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(vim.env.PRIVACYLINT_FILE, ':h'),
  })
  assert(id, 'the client did not start')
  assert(vim.lsp.buf_attach_client(0, id), 'the buffer was not attached')
  client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(20000, function()
    return client.initialized
  end, 20), 'the server did not answer to initialize')
end)

local finding
step('shows a diagnostic of prechecked-consent', function()
  assert(vim.wait(20000, function()
    return #findings() > 0
  end, 20), 'no diagnostic within 20 s')
  for _, d in ipairs(findings()) do
    if d.user_data.lsp.code == 'prechecked-consent' then
      finding = d
    end
  end
  assert(finding, 'other diagnostics only: ' .. vim.inspect(findings()))
  local line = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1]
  assert(line:find('checked', 1, true), 'the line of the diagnostic is: ' .. line)
end)

local action
step('is offered a quick fix', function()
  local range = {
    start = { line = finding.lnum, character = finding.col },
    ['end'] = { line = finding.end_lnum, character = finding.end_col },
  }
  local diagnostic = {
    range = range,
    message = finding.message,
    source = finding.source,
    severity = finding.severity,
    code = finding.user_data.lsp.code,
  }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(0),
    range = range,
    context = { diagnostics = { diagnostic } },
  }, 10000)
  for _, answer in pairs(answers or {}) do
    assert(not answer.error, vim.inspect(answer.error))
    for _, a in ipairs(answer.result or {}) do
      if a.isPreferred and a.kind == 'quickfix' then
        action = a
      end
    end
  end
  assert(action, 'no preferred quick fix in ' .. vim.inspect(answers))
end)

step('applies it: the tick is gone and nothing else', function()
  local before = text()
  if not action.edit then
    local answers = vim.lsp.buf_request_sync(0, 'codeAction/resolve', action, 10000)
    for _, answer in pairs(answers or {}) do
      action = answer.result or action
    end
  end
  assert(action.edit, 'the action has no edit: ' .. vim.inspect(action))
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  local wanted = before:gsub(' checked>', '>')
  assert(text() == wanted and wanted ~= before, 'the buffer holds: ' .. text())
end)

step('sees the diagnostic go', function()
  assert(vim.wait(20000, function()
    return #vim.tbl_filter(function(d)
      return d.user_data.lsp.code == 'prechecked-consent'
    end, findings()) == 0
  end, 20), 'still there after 20 s: ' .. vim.inspect(findings()))
end)

step('shuts the server down', function()
  client.stop()
  assert(vim.wait(10000, function()
    return client.is_stopped()
  end, 20), 'the server did not end')
end)

vim.cmd('qall!')
