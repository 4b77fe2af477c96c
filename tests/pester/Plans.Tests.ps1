BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath) -Force
    $env:CONTOSO_SIGN_IN_SECRET = 'a secret of the sandbox'
    $sample = "$PSScriptRoot/../../samples/contoso"
    $configuration = @{ Path = "$sample/contoso.json"; VariablePath = "$sample/test.variables.json" }
}

AfterAll {
    Remove-Item Env:CONTOSO_SIGN_IN_SECRET
    Remove-Module OmnichannelAdmin -Force -ErrorAction Ignore
}

Describe 'A configuration' {
    BeforeEach { $connection = Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/changes.jsonl }

    AfterEach { Disconnect-OcEnvironment $connection; Remove-Item TestDrive:/* -Recurse }

    It 'is planned with New-OcPlan, applied with Invoke-OcPlan and tested with Test-OcConfiguration' {
        New-OcPlan @configuration | Invoke-OcPlan | ForEach-Object Created | Should -BeGreaterThan 3
        Test-OcConfiguration @configuration -Quiet | Should -BeTrue
        (New-OcPlan @configuration).HasChanges | Should -BeFalse
    }

    It 'is read from a data file of PowerShell' {
        "@{ Workstreams = @(@{ Name = 'From a data file'; StreamSource = 'Custom' }) }" > TestDrive:/c.psd1
        (Import-PowerShellDataFile TestDrive:/c.psd1 | New-OcPlan).Changes.Name | Should -Be 'From a data file'
    }

    It 'is read from an object of JSON' {
        ('{ "workstreams": [ { "name": "From JSON", "streamSource": "Custom" } ] }' | ConvertFrom-Json | New-OcPlan).Creates | Should -Be 1
    }

    It 'that was exported is a file that has not drifted' {
        New-OcPlan @configuration | Invoke-OcPlan
        Export-OcConfiguration TestDrive:/c.json
        Test-OcConfiguration TestDrive:/c.json -Prune -Quiet | Should -BeTrue
    }

    It 'sets up another environment in one pipeline' {
        New-OcPlan @configuration | Invoke-OcPlan
        $test = Connect-OcEnvironment -Sandbox
        $secret = @{ 'env:OC_AUTHENTICATION_SETTING_CONTOSO_SIGN_IN_CLIENTSECRET' = ConvertTo-SecureString 'any' -AsPlainText -Force }
        Export-OcConfiguration -Connection $connection | New-OcPlan -Connection $test | Invoke-OcPlan -Connection $test -Secret $secret
        (Get-OcCustomChannel -Connection $test).Name | Should -Be (Get-OcCustomChannel -Connection $connection).Name
        Disconnect-OcEnvironment $test
    }

    It 'is not drifted into by a test, which only reads' {
        $null = Test-OcConfiguration @configuration
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'lists what has drifted, and writes it for build pipelines' {
        New-OcPlan @configuration | Invoke-OcPlan
        Set-OcCustomChannel 'Contoso web messenger' -WebhookUrl https://elsewhere.example.com
        $result = Test-OcConfiguration @configuration -JUnitPath TestDrive:/drift.xml
        $result.Drift.Name | Should -Be 'Contoso web messenger'
        ([xml](Get-Content TestDrive:/drift.xml -Raw)).testsuites.testsuite.failures | Should -Be 1
    }

    It 'has automated messages, translations and links as any other property' {
        New-OcPlan @configuration | Invoke-OcPlan
        (Get-OcQuickReply Greeting | Where-Object Locale -EQ 'en-US').Tags.Name | Should -Be 'greeting'
        (Get-OcAutomatedMessage -Channel 'Contoso web messenger').Translations.Values | Should -BeLike 'Willkommen*'
        Set-OcQuickReply (Get-OcQuickReply Greeting | Where-Object Locale -EQ 'en-US') -Tag payment
        (New-OcPlan @configuration | Out-String) | Should -BeLike '*~ tags = `["payment"`] -> `["greeting"`]*'
    }

    It 'that breaks a rule is refused with section, record, property and rule' {
        $bad = @{ authSettings = @(@{ name = 'Bad'; channelType = 'AppleMessagesForBusiness'; authenticationType = 'ImplicitFlow' }) }
        { New-OcPlan $bad -ErrorAction Stop } | Should -Throw "*authSettings 'Bad' authenticationType:*" -ErrorId 'ConfigurationInvalid,*'
    }

    It 'completes the names of its sections' {
        $line = 'Export-OcConfiguration -Section cust'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'customChannels'
    }
}

Describe 'A plan' {
    BeforeEach { $connection = Connect-OcEnvironment -Sandbox }

    AfterEach { Disconnect-OcEnvironment $connection }

    It 'writes nothing under -WhatIf' {
        New-OcPlan @configuration | Invoke-OcPlan -WhatIf
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'prints with marks' {
        $text = New-OcPlan @configuration | Out-String
        $text | Should -Match "\+ customChannels 'Contoso web messenger'"
        $text | Should -Not -Match "`e"
    }

    It 'that was saved is refused when it was edited' {
        $null = New-OcPlan @configuration -OutFile TestDrive:/p.json
        $edited = (Get-Content TestDrive:/p.json -Raw).Replace('kiosk', 'other')
        Set-Content TestDrive:/p.json $edited
        { Invoke-OcPlan TestDrive:/p.json -ErrorAction Stop } | Should -Throw -ErrorId 'PlanRefused,*'
    }

    It 'is coloured when the host has colours' {
        $before, $PSStyle.OutputRendering = $PSStyle.OutputRendering, 'Ansi'
        try { New-OcPlan @configuration | Format-Custom | Out-String | Should -Match "`e\[" }
        finally { $PSStyle.OutputRendering = $before }
    }

    It 'is refused when the environment has moved' {
        $plan = New-OcPlan @configuration
        New-OcPlan @configuration | Invoke-OcPlan
        Set-OcCustomChannel 'Contoso web messenger' -WebhookUrl https://elsewhere.example.com
        { $plan | Invoke-OcPlan -ErrorAction Stop } | Should -Throw -ErrorId 'PlanRefused,*'
    }
}

Describe 'A journal' {
    BeforeEach { $connection = Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/changes.jsonl }

    AfterEach { Disconnect-OcEnvironment $connection; Remove-Item TestDrive:/* -Recurse }

    It 'is read with Get-OcChange' {
        New-OcPlan @configuration | Invoke-OcPlan
        (Get-OcChange -Name 'Contoso web messenger').Kind | Should -Be 'Create'
    }

    It 'is what Undo-OcChange takes changes back from, all of a pipeline together' {
        New-OcPlan @configuration | Invoke-OcPlan
        Get-OcChange | Undo-OcChange -Confirm:$false
        Get-OcCustomChannel | Should -BeNullOrEmpty
    }

    It 'is unused under -WhatIf' {
        New-OcPlan @configuration | Invoke-OcPlan
        Undo-OcChange -Since (Get-Date).AddHours(-1) -WhatIf
        (Get-OcCustomChannel).Count | Should -Be 2
    }

    It 'that cannot be written stops the connection' {
        { Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/missing/changes.jsonl } | Should -Throw -ErrorId 'JournalNotUsable,*'
    }
}
