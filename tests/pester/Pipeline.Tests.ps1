BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    function New-Row([string[]] $Name) {
        $Name | ForEach-Object {
            [pscustomobject]@{ Name = $_; AppId = '9f6c021d-1234-4abc-8df7-123456789abc'; WebhookUrl = 'https://a.example.com' }
        }
    }
}

Describe 'Several inputs at once' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'keep their order though the first is the slowest' {
        Add-OcSandboxFault -DelaySeconds 0.5 -Method POST
        (New-Row (1..12) | New-OcCustomChannel -ErrorAction Continue).Name | Should -Be (1..12)
    }

    It 'are at work together' {
        Add-OcSandboxFault -DelaySeconds 1 -Method POST -Times 8
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        # Pester stops on errors, and inputs are worked on one by one where an error is to stop the next.
        New-Row (1..8) | New-OcCustomChannel -ErrorAction Continue | Out-Null
        # One after the other they would take 8 seconds; a busy machine gets most of the rest.
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 6
    }

    It 'are at work one after the other with -ThrottleLimit 1' {
        Add-OcSandboxFault -DelaySeconds 0.2 -Method POST -Times 4
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        New-Row (1..4) | New-OcCustomChannel -ThrottleLimit 1 | Out-Null
        # Together they take 0.2 seconds; a timer may ring a little early.
        $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 0.7
    }

    It 'go on when one fails' {
        Add-OcSandboxFault 400 -ErrorCode 0x80040265 -Message 'A plug-in says no.' -Method POST -After 2
        $made = New-Row (1..5) | New-OcCustomChannel -ErrorVariable failures -ErrorAction SilentlyContinue
        $made | Should -HaveCount 4
        "$failures" | Should -BeLike '*A plug-in says no.*'
    }

    It 'stop before the next one with -ErrorAction Stop' {
        Add-OcSandboxFault 400 -ErrorCode 0x80040265 -Message 'A plug-in says no.' -Method POST -After 1
        { New-Row (1..8) | New-OcCustomChannel -ErrorAction Stop } | Should -Throw '*A plug-in says no.*'
        (Get-OcCustomChannel).Name | Should -Be '1'
    }

    It 'of one name are made one after the other' {
        New-Row (@('same') * 6) | New-OcCustomChannel -IfNotExists -ErrorAction Continue | Out-Null
        Get-OcCustomChannel | Should -HaveCount 1
    }

    It 'end the reading of pages when nobody wants more' {
        New-Row (1..9) | New-OcCustomChannel | Out-Null
        Clear-OcSandbox
        Invoke-OcRequest 'msdyn_occustommessagingchannels?$select=msdyn_name' -PageSize 2 | Select-Object -First 3 | Should -HaveCount 3
        Get-OcSandboxRequest | Should -HaveCount 2
    }
}

Describe 'Stopping' {
    BeforeAll {
        # How many seconds a stop takes in a wait of 300.
        function Measure-Stop {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript("
                    Import-Module '$(Get-ModulePath)'
                    `$null = Connect-OcEnvironment -Sandbox
                    Add-OcSandboxFault 429 -Headers @{ 'Retry-After' = '300' } -Times 100
                    Get-OcCustomChannel").BeginInvoke()
                $deadline = [datetime]::UtcNow.AddSeconds(30)
                while (-not ($shell.Streams.Warning -match 'Waiting 300') -and [datetime]::UtcNow -lt $deadline) {
                    Start-Sleep -Milliseconds 20
                }
                "$($shell.Streams.Warning)" | Should -BeLike '*Waiting 300*'
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                $shell.Stop()
                $watch.Elapsed.TotalSeconds
            }
            finally { $shell.Dispose() }
        }
    }

    # The least of three: the rest is what else the machine was doing.
    It 'ends a wait of 300 seconds in under a second' {
        (1..3 | ForEach-Object { Measure-Stop } | Measure-Object -Minimum).Minimum | Should -BeLessThan 1
    }
}

Describe 'A connection' {
    It 'is the runspace''s own' {
        $null = Connect-OcEnvironment -Sandbox
        try {
            1 | ForEach-Object -Parallel {
                Import-Module $using:modulePath
                Get-OcConnection -Default
            } | Should -BeNullOrEmpty
        }
        finally { Disconnect-OcEnvironment }
    }

    It 'can be handed to other runspaces' {
        $connection = Connect-OcEnvironment -Sandbox
        try {
            $names = 1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:modulePath
                (New-OcCustomChannel "$_" -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com -Connection $using:connection).Name
            }
            $names | Sort-Object | Should -Be (1..8)
        }
        finally { Disconnect-OcEnvironment }
    }

    BeforeAll { $modulePath = Get-ModulePath }

    It 'that is missing ends the pipeline with advice' {
        { 'a', 'b' | Get-OcCustomChannel } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'that failed leaves no default behind' {
        $null = Connect-OcEnvironment -Sandbox
        { Connect-OcEnvironment https://nobody.example.com -AccessToken x } | Should -Throw -ErrorId 'EnvironmentUrlUnknownHost,*'
        Get-OcConnection -Default | Should -BeNullOrEmpty
        Get-OcConnection | Disconnect-OcEnvironment
    }

    It 'that was closed says so' {
        $connection = Connect-OcEnvironment -Sandbox
        Disconnect-OcEnvironment
        { Get-OcCustomChannel -Connection $connection } | Should -Throw -ErrorId 'ConnectionClosed,*'
    }

    It 'asks a script block for its token again when the old one is refused or at its end' {
        $connection = Connect-OcEnvironment -Sandbox
        $server = $connection | Start-OcSandbox
        $script:asked = 0
        $online = Connect-OcEnvironment -Url $server.Url -AccessToken { $script:asked++; "token-$script:asked" }
        try {
            Add-OcSandboxFault 401 -Connection $connection
            $null = Get-OcCustomChannel -Connection $online
            $script:asked | Should -Be 2
        }
        finally {
            Get-OcConnection | Disconnect-OcEnvironment
            Stop-OcSandbox $server
        }
    }
}
