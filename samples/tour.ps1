# A walk through the module in its sandbox: each command is shown as you would type it, then run. Nothing leaves this
# machine. './build.sh tour' builds the module and runs this.
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../out/OmnichannelAdmin"

function Show-Step([string] $Remark, [scriptblock] $Command) {
    Write-Host "`n# $Remark" -ForegroundColor Green
    Write-Host "PS> $("$Command".Trim())" -ForegroundColor Cyan
    . $Command | Out-Host
}

Show-Step 'Connect to an organization that lives in the memory of this process.' {
    Connect-OcEnvironment -Sandbox
}

Show-Step 'Register a custom messaging channel. Its tenant is that of the connection.' {
    New-OcCustomChannel -Name 'Contoso web' -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://contoso-bot.example.com
}

Show-Step 'Again, with another webhook: -IfNotExists makes a script safe to run twice, and tells what differs.' {
    New-OcCustomChannel -Name 'Contoso web' -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://bot2.example.com -IfNotExists
}

Show-Step 'Rehearse the change: -WhatIf sends nothing that writes, and -PassThru shows what would be.' {
    Get-OcCustomChannel Contoso* | Set-OcCustomChannel -WebhookUrl https://bot2.example.com -WhatIf -PassThru
}

Show-Step 'Make the change.' {
    Get-OcCustomChannel Contoso* | Set-OcCustomChannel -WebhookUrl https://bot2.example.com -PassThru | Format-List
}

Show-Step 'A row that breaks a rule is one error; the others go on.' {
    @'
Name,AppId,WebhookUrl
Fabrikam,9f6c021d-1234-4abc-8df7-123456789abc,https://bot.fabrikam.example.com
Broken,not-a-guid,https://bot.example.com
'@ | ConvertFrom-Csv | New-OcCustomChannel -ErrorAction Continue
}

Show-Step 'The same Web API, for all that has no command yet.' {
    Invoke-OcRequest 'msdyn_occustommessagingchannels?$select=msdyn_name,msdyn_webhookurl' |
        Format-Table msdyn_name, msdyn_webhookurl
}

Show-Step 'Remove them all. Without -Confirm:$false each one is asked about.' {
    Get-OcCustomChannel | Remove-OcCustomChannel -Confirm:$false
}

Show-Step 'The sandbox is gone when you disconnect.' {
    Disconnect-OcEnvironment
}

Write-Host "`nNext: Get-Help about_OmnichannelAdmin, Get-Command -Module OmnichannelAdmin, and README.md."
