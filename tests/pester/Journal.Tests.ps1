BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

# That each writing command is recorded and taken back is held by WhatIf.Tests.ps1, which knows how to call them all.
Describe 'A journal' {
    BeforeEach { $connection = Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/changes.jsonl }

    AfterEach { Disconnect-OcEnvironment $connection; Remove-Item TestDrive:/* -Recurse }

    It 'has each change once, however many processes write to it' {
        $path = (Get-Item TestDrive:/).FullName + 'shared.jsonl'
        $jobs = 1..3 | ForEach-Object {
            Start-Job -ArgumentList (Get-ModulePath), $path, $_ {
                param($Module, $Path, $Number)
                Import-Module $Module
                $null = Connect-OcEnvironment -Sandbox -JournalPath $Path
                1..20 | ForEach-Object { $null = New-OcQuickReply "Reply $_ of $Number" Hello }
            }
        }
        while ($jobs.State -contains 'Running') {
            if (Test-Path $path) { $null = Get-OcChange $path -WarningAction Stop -ErrorAction Stop }
            Start-Sleep -Milliseconds 50
        }
        $jobs | Receive-Job -Wait -AutoRemoveJob
        $changes = Get-OcChange $path -WarningAction Stop
        ($changes | Where-Object Outcome -EQ Done).Name | Sort-Object -Unique | Should -HaveCount 60
        (Get-Content $path).Count | Should -Be 120
    }

    It 'has requests of the user''s own, which are taken back' {
        $appId = '9f6c021d-1234-4abc-8df7-123456789abc'
        $id = (New-OcCustomChannel Contoso -AppId $appId -WebhookUrl https://a.example.com).Id
        Invoke-OcRequest "msdyn_occustommessagingchannels($id)" -Method PATCH -Body @{ msdyn_name = 'Renamed' }
        $change = Get-OcChange | Select-Object -Last 1
        "$($change.Request)" | Should -Be "PATCH msdyn_occustommessagingchannels($id)"
        $change | Undo-OcChange -Confirm:$false
        (Get-OcCustomChannel $id).Name | Should -Be 'Contoso'
    }

    It 'that can no longer be written holds the request of a user''s own back' {
        Remove-Item TestDrive:/changes.jsonl
        $null = New-Item -ItemType Directory TestDrive:/changes.jsonl
        { Invoke-OcRequest msdyn_octags -Method POST -Body @{ msdyn_name = 'x' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'JournalNotUsable,*'
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'does not take back what nobody knows' {
        $id = (New-OcQuickReply Greeting Hello).Id
        Invoke-OcRequest "msdyn_cannedmessages($id)/msdyn_title" -Method PUT -Body @{ value = 'Hi' }
        { Get-OcChange | Select-Object -Last 1 | Undo-OcChange -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'UndoRefused,*'
    }

    It 'gives back what was before a time, and leaves older changes' {
        $null = New-OcQuickReply Older Hello
        $since = Get-Date
        Set-OcQuickReply Older -Message Hi
        $null = New-OcQuickReply Newer Hello
        Undo-OcChange -Since $since -Confirm:$false
        (Get-OcQuickReply).Name | Should -Be 'Older'
        (Get-OcQuickReply).Message | Should -Be 'Hello'
    }

    It 'leaves a record alone that was changed since' {
        $null = New-OcQuickReply Greeting Hello
        $change = Get-OcChange | Select-Object -Last 1
        Set-OcQuickReply Greeting -Message Hi
        { $change | Undo-OcChange -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'UndoRefused,*'
        (Get-OcQuickReply).Message | Should -Be 'Hi'
    }

    It 'keeps no secret, so that -Secret has to give it when a removed setting is put back' {
        $secret = ConvertTo-SecureString 's3cret-word' -AsPlainText -Force
        $content = @{ receivedmessage = 'Sign in'; replymessage = 'Thanks' }
        $null = New-OcRichMessage 'Sign in' Authentication -Content $content -WarningAction Ignore
        $null = New-OcAuthSetting Login -ClientId c -ClientSecret $secret -Scope openid `
            -DecryptedTokenUrl https://a.example.com
        Remove-OcAuthSetting Login -Confirm:$false
        $removal = Get-OcChange -Name Login | Select-Object -Last 1
        { $removal | Undo-OcChange -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'UndoRefused,*'
        { $removal | Undo-OcChange -Secret @{ ClientSecret = 'text' } -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'SecretNotSecure,*'
        $removal | Undo-OcChange -Secret @{ ClientSecret = $secret } -Confirm:$false
        (Get-OcAuthSetting Login).ClientSecret | Should -Be 'Set'
        Get-Content TestDrive:/changes.jsonl -Raw | Should -Not -Match 's3cret-word'
    }
}
