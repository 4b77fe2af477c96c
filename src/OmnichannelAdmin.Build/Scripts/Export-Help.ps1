# Brings the syntax and the parameter blocks of docs/cmdlets up to date with the built module, begins a page for each
# cmdlet that has none, and writes the help file that the module carries. What people write in a page stays.
$ErrorActionPreference = 'Stop'

$root = (Get-Item "$PSScriptRoot/../../..").FullName
$pages = "$root/docs/cmdlets"
$helpFile = 'OmnichannelAdmin.Cmdlets.dll-Help.xml'
$scratch = "$root/out/help"

function Write-Page([string] $Source, [string] $Target) {
    # The day of the last run would make every page differ from itself, and PlatyPS adds its own words on -WhatIf and
    # -Confirm to ours once more with every run. A page is text without a byte order mark.
    $unwanted = '^ms\.date:|^Prompts you for confirmation before|^Runs the command in a mode that only reports'
    $lines = Get-Content $Source | Where-Object { $_ -notmatch $unwanted }
    [System.IO.File]::WriteAllText($Target, ($lines -join "`n") + "`n")
}

function Split-Example([xml] $Help) {
    # PlatyPS leaves an example as one text in which the code stands between fences; Get-Help has a place for code.
    $maml = 'http://schemas.microsoft.com/maml/2004/10'
    $names = @{
        command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
        dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
        maml    = $maml
    }
    foreach ($found in Select-Xml -Xml $Help -XPath '//command:example' -Namespace $names) {
        $example = $found.Node
        $paragraphs = @($example.introduction.para | Where-Object { $_ -ne [string][char]0x80 })
        $example.code = ($paragraphs -match '^```' -replace '(?m)^```\w*\r?\n?').Trim() -join "`n`n"
        $example['introduction', $maml].InnerText = ''
        foreach ($paragraph in $paragraphs -notmatch '^```') {
            $node = $Help.CreateElement('maml', 'para', $maml)
            $node.InnerText = $paragraph
            $null = $example['remarks', $names.dev].AppendChild($node)
        }
    }
}

Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.0
Remove-Item $scratch -Recurse -ErrorAction Ignore
$null = New-Item -ItemType Directory -Force $pages
# PlatyPS would mix the texts of the help file into the pages that it was made from.
Remove-Item "$root/out/OmnichannelAdmin/en-US/$helpFile" -ErrorAction Ignore
Import-Module "$root/out/OmnichannelAdmin"

foreach ($command in Get-Command -Module OmnichannelAdmin) {
    $page = "$pages/$($command.Name).md"
    if (Test-Path $page) {
        $null = Update-MarkdownCommandHelp -Path $page -NoBackup
        Write-Page $page $page
    }
    else {
        $new = New-MarkdownCommandHelp -CommandInfo $command -OutputFolder $scratch
        Write-Page $new.FullName $page
    }
}

$written = Import-MarkdownCommandHelp "$pages/*.md" | Export-MamlCommandHelp -OutputFolder "$scratch/maml"
[xml] $help = Get-Content $written.FullName -Raw
Split-Example $help
$target = "$root/src/module/en-US/$helpFile"
$null = New-Item -ItemType Directory -Force (Split-Path $target)
$settings = [System.Xml.XmlWriterSettings]@{
    Encoding     = [System.Text.UTF8Encoding]::new($false)
    Indent       = $true
    NewLineChars = "`n"
}
$writer = [System.Xml.XmlWriter]::Create($target, $settings)
$help.Save($writer)
$writer.Dispose()
Add-Content $target ''
