BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Connections' {
    AfterEach {
        Get-OcConnection | Disconnect-OcEnvironment
    }

    It 'tell where they lead' {
        $connection = Connect-OcEnvironment -Sandbox
        $connection.SignIn | Should -Be 'Sandbox'
        $connection.OrganizationId | Should -Not -Be ([guid]::Empty)
        $connection.User | Should -Not -BeNullOrEmpty
    }

    It 'live side by side, and the newest is the default' {
        $first = Connect-OcEnvironment -Sandbox
        $second = Connect-OcEnvironment -Sandbox
        New-OcCustomChannel -Name First -AppId (New-Guid) -WebhookUrl https://bot.example.com -Connection $first
        (Get-OcCustomChannel -Connection $first).Name | Should -Be 'First'
        Get-OcCustomChannel | Should -BeNullOrEmpty
        Get-OcConnection | Should -HaveCount 2
        Get-OcConnection -Default | Should -Be $second
    }

    It 'are not shared with other runspaces, and can be handed over' {
        $connection = Connect-OcEnvironment -Sandbox
        $module = Get-ModulePath
        $answers = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:module
            @(Get-OcConnection).Count
            @(Get-OcCustomChannel -Connection $using:connection).Count
        }
        $answers | Should -Be (@(0) * 8)
    }

    It 'are asked for in words when there is none' {
        { Get-OcCustomChannel } | Should -Throw '*Connect-OcEnvironment*' -ErrorId 'NotConnected,*'
    }

    It 'say that they are closed' {
        $connection = Connect-OcEnvironment -Sandbox
        Disconnect-OcEnvironment
        { Get-OcCustomChannel -Connection $connection -ErrorAction Stop } |
            Should -Throw -ErrorId 'ConnectionClosed,*'
    }

    It 'carry any request' {
        Connect-OcEnvironment -Sandbox | Out-Null
        New-OcCustomChannel -Name Web -AppId (New-Guid) -WebhookUrl https://bot.example.com
        (Invoke-OcRequest WhoAmI).UserId | Should -Not -BeNullOrEmpty
        (Invoke-OcRequest 'msdyn_occustommessagingchannels?$select=msdyn_name').msdyn_name | Should -Be 'Web'
    }

    It 'log requests without headers at -Verbose' {
        Connect-OcEnvironment -Sandbox | Out-Null
        $log = Get-OcCustomChannel -Verbose 4>&1
        $log | Should -BeLike 'GET https://*msdyn_occustommessagingchannels* 200 in * ms (attempt 1*)'
    }
}
