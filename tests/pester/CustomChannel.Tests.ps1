BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    $appId = '9f6c021d-1234-4abc-8df7-123456789abc'

    function Add-Channel([string[]] $Name) {
        $Name | ForEach-Object {
            New-OcCustomChannel -Name $_ -AppId $appId -WebhookUrl https://contoso-bot.example.com
        }
    }
}

Describe 'A custom messaging channel' {
    BeforeEach { $connection = Connect-OcEnvironment -Sandbox }
    AfterEach { Get-OcConnection | Disconnect-OcEnvironment }

    It 'is made, changed and removed as the readme shows' {
        New-OcCustomChannel -Name 'Contoso web' -AppId $appId -WebhookUrl https://contoso-bot.example.com |
            ForEach-Object Name | Should -Be 'Contoso web'
        (Get-OcCustomChannel Contoso* | Set-OcCustomChannel -WebhookUrl https://bot2.example.com -PassThru).WebhookUrl |
            Should -Be 'https://bot2.example.com/'
        Get-OcCustomChannel | Remove-OcCustomChannel -Confirm:$false
        Get-OcCustomChannel | Should -BeNullOrEmpty
    }

    It 'works the same on <Kind> at a loopback address' -ForEach @(
        @{ Kind = 'plain HTTP'; Tls = $false }
        @{ Kind = 'TLS'; Tls = $true }
    ) {
        $server = $connection | Start-OcSandbox -Tls:$Tls
        try {
            $null = Connect-OcEnvironment -Url $server.Url -AccessToken any-text
            Add-Channel 'Contoso web' | Out-Null
            Get-OcCustomChannel Contoso* | Set-OcCustomChannel -WebhookUrl https://bot2.example.com
            (Get-OcCustomChannel).WebhookUrl | Should -Be 'https://bot2.example.com/'
            Get-OcCustomChannel | Remove-OcCustomChannel -Confirm:$false
            Get-OcCustomChannel -Connection $connection | Should -BeNullOrEmpty
        }
        finally { Stop-OcSandbox $server }
    }

    It 'shows its names, not its numbers' {
        $channel = New-OcCustomChannel 'Contoso web' -AppId $appId -WebhookUrl https://a.example.com -Workstream 'Messaging workstream' -Language 'German - Germany'
        $channel.Kind | Should -Be 'MessagingApi'
        "$($channel.Workstream)" | Should -Be 'Messaging workstream'
        "$($channel.Language)" | Should -Be 'German - Germany'
    }

    It 'is drawn within <_> columns' -ForEach 80, 120 {
        Add-Channel ('A channel with quite a long name ' + ('x' * 60)) | Out-Null
        $lines = (Get-OcCustomChannel | Out-String -Width $_) -split "`n"
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $lines -match 'Name\s+Kind\s+Workstream\s+State\s+WebhookUrl' | Should -HaveCount 1
    }

    It 'is found by a completer, quoted where it must be' {
        Add-Channel "O'Neil web", 'Simple' | Out-Null
        $line = 'Get-OcCustomChannel O'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'O''Neil web'"
        $line = 'Remove-OcCustomChannel Si'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Simple'
    }

    It 'completes its properties behind the pipe' {
        $line = 'Get-OcCustomChannel | Where-Object Webh'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'WebhookUrl'
    }

    It 'survives a round trip through JSON and CliXml' {
        $channel = Add-Channel 'Contoso web'
        ($channel | ConvertTo-Json -Depth 3 | ConvertFrom-Json).Name | Should -Be 'Contoso web'
        $file = Join-Path TestDrive: channel.xml
        $channel | Export-Clixml $file
        Import-Clixml $file | Set-OcCustomChannel -Name 'Renamed' -PassThru | ForEach-Object Name | Should -Be 'Renamed'
    }

    It 'clears its workstream with $null' {
        New-OcCustomChannel Contoso -AppId $appId -WebhookUrl https://a.example.com -Workstream 'Messaging workstream' | Out-Null
        (Set-OcCustomChannel Contoso -Workstream $null -PassThru).Workstream | Should -BeNullOrEmpty
    }

    It 'that was changed meanwhile is not overwritten without -Force' {
        $seen = Add-Channel 'Contoso web'
        Set-OcCustomChannel 'Contoso web' -Name 'Renamed'
        { $seen | Set-OcCustomChannel -WebhookUrl https://b.example.com -ErrorAction Stop } |
            Should -Throw -ErrorId 'RecordChanged,*'
        $seen | Set-OcCustomChannel -WebhookUrl https://b.example.com -Force
        (Get-OcCustomChannel Renamed).WebhookUrl | Should -Be 'https://b.example.com/'
    }

    It 'is asked about before it is removed' {
        { Invoke-NewPowerShell "
            Import-Module '$(Get-ModulePath)'
            `$null = Connect-OcEnvironment -Sandbox
            `$null = New-OcCustomChannel Contoso -AppId $appId -WebhookUrl https://a.example.com
            Remove-OcCustomChannel Contoso" } | Should -Throw '*NonInteractive mode*'
    }
}

Describe 'Import-Csv | New-OcCustomChannel' {
    BeforeAll {
        $connection = Connect-OcEnvironment -Sandbox
        $long = 'x' * 101
        @"
Name,AppId,TenantId,WebhookUrl,CustomerFileAttachments
Good one,$appId,b5122edb-5678-4def-99e2-abcdef123456,https://a.example.com,yes
,$appId,,https://a.example.com,
$long,$appId,,https://a.example.com,
Bad tenant,$appId,nonsense,https://a.example.com,
Bad app,nonsense,,https://a.example.com,
No app,,,https://a.example.com,
Bad URL,$appId,,http://a.example.com,
No URL,$appId,,,
Bad flag,$appId,,https://a.example.com,maybe
Good two,$appId,,https://b.example.com,
"@ | Set-Content TestDrive:/channels.csv
        $output = Import-Csv TestDrive:/channels.csv | New-OcCustomChannel -ErrorVariable failures -ErrorAction SilentlyContinue
    }
    AfterAll { Disconnect-OcEnvironment }

    It 'makes the good rows, in their order' { $output.Name | Should -Be 'Good one', 'Good two' }

    It 'takes a cell that says yes for true' { $output[0].CustomerFileAttachments | Should -BeTrue }

    It 'takes an empty tenant for the connection''s own' { $output[1].TenantId | Should -Be $connection.TenantId }

    It 'answers each bad row with one error' { $failures | Should -HaveCount 8 }

    It 'names the row as the target of its error, and says in words what is wrong: <Says>' -ForEach @(
        @{ Row = @{ Name = '' }; Says = '*Name is missing*' }
        @{ Row = @{ Name = 'x' * 101 }; Says = '*Name has 101 characters; the column holds at most 100*' }
        @{ Row = @{ Name = 'Bad tenant' }; Says = "*TenantId*'nonsense' is not a GUID*" }
        @{ Row = @{ Name = 'Bad app' }; Says = "*AppId*'nonsense' is not a GUID*" }
        @{ Row = @{ Name = 'No app' }; Says = '*AppId is missing*' }
        @{ Row = @{ Name = 'Bad URL' }; Says = "*WebhookUrl: 'http://a.example.com' is not an absolute https:// URL*" }
        @{ Row = @{ Name = 'No URL' }; Says = '*WebhookUrl is missing*' }
        @{ Row = @{ Name = 'Bad flag' }; Says = "*CustomerFileAttachments*'maybe' is not true, false*" }
    ) {
        $failure = $failures | Where-Object { $_.TargetObject.Name -eq $Row.Name }
        $failure | Should -HaveCount 1
        "$failure" | Should -BeLike $Says
    }

    It 'sends nothing for the bad rows' { Get-OcSandboxRequest POST | Should -HaveCount 2 }
}
