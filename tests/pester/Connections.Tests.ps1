BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $module = Get-ModulePath
    Import-Module $module
}

Describe 'A connection with a name' {
    BeforeAll {
        $dev = Connect-OcEnvironment -Sandbox -Name dev
        $null = Connect-OcEnvironment -Sandbox -Name test
        $null = New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com -Connection dev
    }

    AfterAll { Disconnect-OcEnvironment -All }

    It 'is used by its name' {
        (Get-OcCustomChannel -Connection dev).Name | Should -Be Contoso
        Get-OcCustomChannel -Connection TEST | Should -BeNullOrEmpty
    }

    It 'is used in a list where reading, and each object tells its environment' {
        (Get-OcCustomChannel -Connection dev, test).Environment | Should -Be $dev.Environment
        (Test-OcEnvironment -Connection dev, $dev).Subject | Should -HaveCount 2
    }

    It 'is not used in a list where writing' {
        { Remove-OcCustomChannel Contoso -Connection dev, test -Confirm:$false } | Should -Throw -ErrorId 'SeveralConnections,*'
        Get-OcCustomChannel -Connection dev | Should -HaveCount 1
    }

    It 'that does not exist names those that do' {
        { Get-OcCustomChannel -Connection nothing } | Should -Throw "*no connection 'nothing'*'dev', 'test'*"
    }

    It 'is completed' {
        (TabExpansion2 'Get-OcCustomChannel -Connection d').CompletionMatches.CompletionText | Should -Be dev
    }

    It 'gives its name to the next one and is closed' {
        $first = Connect-OcEnvironment -Sandbox -Name again
        $null = Connect-OcEnvironment -Sandbox -Name again
        { Get-OcCustomChannel -Connection $first -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionClosed,*'
        Get-OcConnection again | Should -HaveCount 1
    }
}

Describe 'A connection elsewhere' {
    BeforeAll {
        $connection = Connect-OcEnvironment -Sandbox
        $null = New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com -Connection $connection
    }

    AfterAll { Disconnect-OcEnvironment -All }

    It 'works as $using: in 32 runspaces, whose own defaults never mix' {
        $results = 1..32 | ForEach-Object -ThrottleLimit 32 -Parallel {
            Import-Module $using:module
            $own = Connect-OcEnvironment -Sandbox -Name "number $_"
            $null = New-OcCustomChannel "Channel $_" -AppId (New-Guid) -WebhookUrl https://a.example.com
            [pscustomobject]@{
                Number  = $_
                Default = (Get-OcConnection -Default).Name
                Own     = (Get-OcCustomChannel).Name -join ';'
                Shared  = (Get-OcCustomChannel -Connection $using:connection).Name -join ';'
                Same    = [object]::ReferenceEquals($own, (Get-OcConnection -Default))
            }
        }
        $results | Should -HaveCount 32
        foreach ($result in $results) {
            $result.Default | Should -Be "number $($result.Number)"
            $result.Own | Should -Be "Channel $($result.Number)"
            $result.Shared | Should -Be Contoso
            $result.Same | Should -BeTrue
        }
        (Get-OcConnection -Default) | Should -Be $connection
    }

    It 'explains itself in a job' {
        $job = Start-Job {
            Import-Module $using:module
            try { Get-OcCustomChannel -Connection $using:connection } catch { "$_" }
        }
        $job | Complete-Job | Should -BeLike '*has been serialised*Connect anew*'
    }
}

Describe 'The end of a connection' {
    It 'comes with Disconnect-OcEnvironment' {
        $connection = Connect-OcEnvironment -Sandbox
        $connection | Disconnect-OcEnvironment
        { Get-OcCustomChannel -Connection $connection -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionClosed,*'
        { Get-OcCustomChannel -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'comes for all when the module is removed' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            `$connections = 1..2 | ForEach-Object { Connect-OcEnvironment -Sandbox }
            Remove-Module OmnichannelAdmin
            Import-Module '$module'
            @(Get-OcConnection).Count
            foreach (`$one in `$connections) {
                try { Get-OcCustomChannel -Connection `$one } catch { `$_.FullyQualifiedErrorId.Split(',')[0] }
            }" | Should -Be @(0, 'ConnectionClosed', 'ConnectionClosed')
    }
}

Describe 'Test-OcEnvironment' {
    BeforeAll { $null = Connect-OcEnvironment -Sandbox }
    AfterAll { Disconnect-OcEnvironment }

    It 'answers with named checks' {
        $result = Test-OcEnvironment
        $result.Passed | Should -BeTrue
        $result.Checks.Name | Should -Contain 'System Administrator'
        $result.Checks.Outcome | Should -Not -Contain 'Failed'
    }

    It 'answers with true or false with -Quiet' {
        Test-OcEnvironment -Quiet | Should -BeTrue
        Add-OcSandboxFault 401 -Times 5
        Test-OcEnvironment -Quiet | Should -BeFalse
        Clear-OcSandbox
    }

    It 'shows each check on a line' {
        $lines = (Test-OcEnvironment).Checks | Out-String -Width 100 -Stream | Where-Object { $_ -match '\S' }
        $lines[2] | Should -BeLike 'URL and DNS * Skipped *'
    }
}
