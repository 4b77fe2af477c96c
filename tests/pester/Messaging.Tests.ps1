BeforeDiscovery { Import-Module "$PSScriptRoot/Shared.psm1" -Force }

BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $module = Get-ModulePath
    Import-Module $module
    $appId = '9f6c021d-1234-4abc-8df7-123456789abc'
    $organization = @{ OrganizationId = '0f8e2a6c-91b4-4c55-b7a3-6d2f4e8c1b90' }
}

Describe 'The address of the Messaging API' {
    It 'needs no connection when all is given' {
        $expected = 'https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm4.dynamics.com/.default'
        Get-OcMessagingScope @organization -Region EUR | Should -Be $expected
        (Get-OcMessagingEndpoint @organization -Region 'Europe, Middle East and Africa').Scope | Should -Be $expected
    }

    It 'does not exist in <_>, and the error says so' -ForEach 'GCC High', 'DoD', 'CHN' {
        { Get-OcMessagingScope @organization -Region $_ -ErrorAction Stop } |
            Should -Throw -ErrorId 'ScopeNotInCloud,OmnichannelAdmin.Cmdlets.Messaging.GetOcMessagingScopeCommand'
    }

    It 'is completed: <Line>' -ForEach @(
        @{ Line = 'Get-OcMessagingScope -Zone crm1'; Expected = 'crm11' }
        @{ Line = 'Get-OcMessagingScope -Region GB'; Expected = 'GBR' }
        @{ Line = 'Get-OcMessagingScope -Region united'; Expected = "'United Kingdom'" }
        @{ Line = 'Send-OcActivity https://a.example.com -EventName TransferToQ'; Expected = 'TransferToQueueInitiated' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expected
    }

    It 'gives no token for an expired certificate, and nothing is sent' {
        $app = @{ AppId = $appId; TenantId = New-Guid; Certificate = New-ServerCertificate -1 }
        { Get-OcMessagingToken @organization -Region EUR @app -ErrorAction Stop } |
            Should -Throw -ErrorId 'CertificateExpired,*'
    }
}

Describe 'An activity' {
    It 'goes from Send-OcActivity to Receive-OcActivity and comes out as it was' {
        $job = Start-Receiver @{ Count = 2 }
        $port = Get-ReceiverPort $job
        $delivery = Send-OcActivity "http://127.0.0.1:$port/hook" 'Hello' -ConversationId c-1
        $event = Send-OcActivity "http://127.0.0.1:$port/hook" -EventName AgentAccepted -ConversationId c-1
        $received = $job | Complete-Job

        $delivery.Delivered, $event.Delivered | Should -Be $true, $true
        $received.Text | Should -Be 'Hello', 'EventName: **_AgentAccepted_**'
        $received[1].EventName | Should -Be AgentAccepted
        $received[0].ToJson() | Should -Be $delivery.Activity.ToJson()
    }

    It 'that was answered with 200 is written though the receiver is stopped' {
        $shell = [powershell]::Create()
        try {
            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $running = $shell.AddScript("Import-Module '$module'; Receive-OcActivity -Port 0").BeginInvoke(
                [System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            while (-not $shell.Streams.Information.Count -and -not $running.IsCompleted) {
                Start-Sleep -Milliseconds 50
            }
            $url = $shell.Streams.Information[0].MessageData
            $url.Host | Should -Be 127.0.0.1
            $sent = 1..3 | ForEach-Object { Send-OcActivity $url "Message $_" -ConversationId c-1 }
            $shell.Stop()
            $sent.Delivered | Should -Be $true, $true, $true
            $output.Text | Should -Be 'Message 1', 'Message 2', 'Message 3'
        }
        finally { $shell.Dispose() }
    }

    It 'is read from a hashtable and from the lines of a file' {
        @{ type = 'typing' }, '{"type":"endOfConversation","value":{"a":1}}' | ConvertFrom-OcActivity |
            ForEach-Object Kind | Should -Be 'Typing', 'EndOfConversation'
        (ConvertFrom-OcActivity '{"type":"event","value":{"a":1}}').Value.a | Should -Be 1
    }

    It 'that is none is one error, and the others go on' {
        $read = '{', '{"type":"typing"}' | ConvertFrom-OcActivity -ErrorVariable failures -ErrorAction SilentlyContinue
        $read.Kind | Should -Be Typing
        $failures.FullyQualifiedErrorId | Should -BeLike 'ActivityNotJson,*'
    }

    It 'is drawn in one line' {
        ConvertFrom-OcActivity '{"type":"message","text":"Hello"}' | Out-String | Should -Match 'Message\s+Hello'
    }
}

Describe 'Test-OcWebhook' {
    It 'names a self-signed certificate, posts nothing, and answers $false with -Quiet' {
        $job = Start-Receiver @{ Certificate = New-ServerCertificate }
        $port = Get-ReceiverPort $job
        $report = Test-OcWebhook "https://localhost:$port/hook"
        $quiet = Test-OcWebhook "https://localhost:$port/hook" -Quiet
        $job | Stop-Job -PassThru | Complete-Job

        ($report.Checks | Where-Object Outcome -EQ Failed).Name | Should -Contain 'Certificate not self-signed'
        $quiet | Should -BeFalse
    }

    It 'says under -WhatIf what it would post, and posts nothing' {
        $authority = New-Authority
        $job = Start-Receiver @{ Certificate = New-ServerCertificate -Authority $authority }
        try {
            $url = "https://localhost:$(Get-ReceiverPort $job)"
            $report = Test-OcWebhook $url -TrustedRoot $authority -Count 2 -WhatIf 6>&1 3>&1
            ($report.Checks | Where-Object Name -EQ 'Answers 200 in time').Detail | Should -Be 'Nothing was posted.'
            (Test-OcWebhook $url -TrustedRoot $authority -Count 2).Passed | Should -BeTrue
        }
        finally { $received = $job | Stop-Job -PassThru | Complete-Job }
        # The unsigned and the forged one, and the second of the two that are measured.
        $received | Should -HaveCount 3
        $received.Kind | Select-Object -Unique | Should -Be Typing
    }

    It 'takes channels from the pipeline' {
        $null = Connect-OcEnvironment -Sandbox
        try {
            'One', 'Two' | ForEach-Object {
                $null = New-OcCustomChannel $_ -AppId $appId -WebhookUrl https://localhost:1/hook -Force
            }
            (Get-OcCustomChannel | Test-OcWebhook -NoPost).Subject |
                Should -Be 'One (https://localhost:1/hook)', 'Two (https://localhost:1/hook)'
        }
        finally { Disconnect-OcEnvironment }
    }

    It 'stops before it posts with -NoPost' {
        $report = Test-OcWebhook https://localhost:1/hook -NoPost
        ($report.Checks | Where-Object Name -EQ 'Answers 200 in time').Outcome | Should -Be Skipped
    }
}

if (Test-CloudTrust 'Test-OcWebhook -Credential') {
    Describe 'Test-OcWebhook -Credential' {
        BeforeAll {
            Import-Module "$PSScriptRoot/Cloud.psm1" -Force
            $cloud = Start-Cloud

            # Tests a webhook that takes signed posts only, with a secret of its app.
            function Test-WithSecret([string] $Secret, [string] $MoreParameters) {
                Invoke-NewPowerShell "
                    Import-Module '$PSScriptRoot/Shared.psm1'
                    Import-Module '$module'
                    `$authority = New-Authority
                    `$receiver = Start-Receiver @{
                        AppId = '$($cloud.ChannelAppId)'; TenantId = '$($cloud.Tenant)'
                        Certificate = New-ServerCertificate -Authority `$authority
                    }
                    `$secret = ConvertTo-SecureString '$Secret' -AsPlainText -Force
                    `$credential = [pscredential]::new('$($cloud.ChannelAppId)', `$secret)
                    `$url = `"https://localhost:`$(Get-ReceiverPort `$receiver)`"
                    try {
                        `$signIn = @{ Credential = `$credential; TenantId = '$($cloud.Tenant)' }
                        (Test-OcWebhook `$url @signIn -TrustedRoot `$authority $MoreParameters).Checks |
                            ForEach-Object { `"`$(`$_.Name): `$(`$_.Outcome)`" }
                    }
                    catch { `"Error: `$(`$_.FullyQualifiedErrorId)`" }
                    finally { `$receiver | Stop-Job -PassThru | Remove-Job }"
            }

            $checks = Test-WithSecret $cloud.ChannelSecret
            $tokenRequests = Get-CloudRequest | Where-Object Url -Like '*/oauth2/v2.0/token'
        }

        AfterAll { Stop-Cloud }

        It 'posts with a bearer of the app, which the webhook accepts' {
            $checks | Should -Contain 'Unsigned post refused: Passed'
            $checks | Should -Contain 'Answers 200 in time: Passed'
            $checks | Should -Contain 'Latency: Passed'
        }

        It 'asks for the bearer with the application''s own scope' {
            $scope = "scope=$([uri]::EscapeDataString("api://$($cloud.ChannelAppId)/.default"))"
            $tokenRequests | Should -HaveCount 1
            $tokenRequests.Body.ToLowerInvariant() | Should -BeLike "*$($scope.ToLowerInvariant())*"
        }

        It 'asks for another scope when told to' {
            Test-WithSecret $cloud.ChannelSecret '-Scope api://other/.default -ErrorAction Stop' |
                Should -Be 'Error: EnvironmentNotInTenant,OmnichannelAdmin.Cmdlets.Webhooks.TestOcWebhookCommand'
        }

        It 'explains a secret that is refused' {
            Test-WithSecret wrong '-ErrorAction Stop' |
                Should -Be 'Error: ClientSecretWrong,OmnichannelAdmin.Cmdlets.Webhooks.TestOcWebhookCommand'
        }
    }
}

Describe 'Send-OcActivity' {
    It 'says under -WhatIf what it would send, and sends nothing' {
        $text = Invoke-NewPowerShell "
            Import-Module '$module'
            Send-OcActivity http://127.0.0.1:1/hook -Typing -WhatIf"
        $text | Should -BeLike '*typing*http://127.0.0.1:1/hook*'
    }
}

Describe 'A channel of the Messaging API' {
    BeforeEach {
        $null = Connect-OcEnvironment -Sandbox
        $null = New-OcCustomChannel Contoso -AppId $appId -WebhookUrl https://localhost:1/hook -Force
    }
    AfterEach { Disconnect-OcEnvironment }

    It 'is signed for, and the answer can be kept in a file and compared' {
        $enabled = Enable-OcWebhookAuthentication Contoso
        $enabled | Export-Csv "$TestDrive/webhooks.csv"
        (Import-Csv "$TestDrive/webhooks.csv" | Get-OcWebhookAuthentication).SubjectChanged | Should -BeFalse
        Set-OcCustomChannel Contoso -WebhookUrl https://localhost:2/hook -Force -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*Get-OcWebhookAuthentication*'
        (Import-Csv "$TestDrive/webhooks.csv" | Get-OcWebhookAuthentication -WarningAction SilentlyContinue).SubjectChanged | Should -BeTrue
        Disable-OcWebhookAuthentication Contoso -Confirm:$false
        (Get-OcWebhookAuthentication Contoso).IsEnabled | Should -BeFalse
    }

    It 'is signed for by a credential that the commands in the answer make as they stand' {
        $enabled = Enable-OcWebhookAuthentication Contoso
        Push-Location $TestDrive
        try {
            function az { $script:azArguments = $args }
            . ([scriptblock]::Create($enabled.AzureCliCommand))
            $byAzureCli = Get-Content credential.json -Raw | ConvertFrom-Json
        }
        finally { Pop-Location }
        function Invoke-MgGraphRequest($Method, $Uri, $Body) { $Body | ConvertFrom-Json }
        $byGraph = . ([scriptblock]::Create($enabled.GraphCommand))

        $expected = "ad app federated-credential create --id $appId --parameters @credential.json"
        "$script:azArguments" | Should -Be $expected
        foreach ($credential in $byAzureCli, $byGraph) {
            $credential.issuer | Should -Be $enabled.Issuer
            $credential.subject | Should -Be $enabled.Subject
            $credential.audiences | Should -Be $enabled.Audience
        }
    }

    It 'has an endpoint with its headers' {
        (Get-OcCustomChannel Contoso | Get-OcMessagingEndpoint).Headers['channel-id'] | Should -Be (Get-OcCustomChannel Contoso).Id
    }

    It 'is tested, and what is missing is named' {
        $report = Test-OcCustomChannel Contoso -NoPost
        ($report.Checks | Where-Object Outcome -EQ Failed).Name | Should -Be 'Workstream', 'TCP'
        Test-OcCustomChannel -NoPost -Quiet | Should -BeFalse
    }
}
