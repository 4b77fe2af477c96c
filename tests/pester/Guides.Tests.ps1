# Every command of the guides, in order: once in a sandbox, and once with an environment. A block marked "powershell"
# runs in both; one marked "powershell online" needs an environment, a service or a file of the reader's own.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    # The examples of signing-in.md stand each for itself: SigningInGuide.Tests.ps1 runs them.
    $guides = Get-ChildItem (Get-GuidePath) -Filter *.md | Where-Object BaseName -NE signing-in | ForEach-Object {
        @{ Guide = $_.BaseName; Path = $_.FullName }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    $modulePath = $env:PSModulePath
    Add-ModulePath

    # Runs the blocks of a guide one after the other in one scope, as a reader would, and leaves the connection open.
    function Invoke-Guide([string] $Path) {
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'
        # What a guide writes to the current folder goes away with the test.
        Push-Location (New-Item -ItemType Directory "$TestDrive/$(New-Guid)")
        try {
            foreach ($block in Get-GuideBlock $Path 'powershell') {
                try { . ([scriptblock]::Create($block.Code)) }
                catch { throw "Line $($block.Line) of $($Path): $_" }
            }
        }
        finally { Pop-Location }
    }
}

AfterAll { $env:PSModulePath = $modulePath }

Describe 'The guide <Guide>' -ForEach $guides {
    BeforeAll { $blocks = @(Get-GuideBlock $Path 'powershell', 'powershell online') }

    It 'has commands, and marks them in no other way than these tests know' {
        $blocks | Should -Not -BeNullOrEmpty
        @(Get-GuideBlock $Path 'powershell*') | Should -HaveCount $blocks.Count
    }

    It 'names no command and no parameter that does not exist' {
        $own = $blocks.Code | Select-String '(?m)^function ([\w-]+)' | ForEach-Object { $_.Matches.Groups[1].Value }
        foreach ($command in $blocks | Get-GuideCommand | Where-Object Name -NotIn $own) {
            $found = Get-Command $command.Name -ErrorAction Stop
            foreach ($parameter in $command.Parameters) {
                { $found.ResolveParameter($parameter) } | Should -Not -Throw -Because "$($command.Name) -$parameter"
            }
        }
    }

    It 'runs from the first command to the last' {
        try { Invoke-Guide $Path | Out-Null }
        finally { Get-OcConnection | Disconnect-OcEnvironment }
    }
}

if (Test-CloudTrust 'the guides with an environment') {
    Describe 'With an environment' {
        BeforeAll {
            Import-Module "$PSScriptRoot/Cloud.psm1" -Force
            $cloud = Start-Cloud

            function Invoke-OnlineGuide([string] $Name) {
                $arguments = "$(Get-GuidePath)/$Name.md", ($cloud | ConvertTo-Json -Compress), (Get-CloudToken)
                Invoke-NewPowerShell "& '$PSScriptRoot/Invoke-OnlineGuide.ps1' $($arguments.ForEach({ "'$_'" }))" |
                    ConvertFrom-Json
            }

            function Get-Outcome($Result) {
                $outcomes = @{}
                foreach ($check in $Result.Checks) { $outcomes[$check.Name] = $check.Outcome }
                $outcomes
            }
        }

        AfterAll { Stop-Cloud }

        Context 'the guide custom-messaging-channel' {
            BeforeAll { $seen = Invoke-OnlineGuide custom-messaging-channel }

            It 'connects to it by its address, and reaches nothing but it and its Entra' {
                $seen.Environment | Should -Be $cloud.EnvironmentUrl
                Get-CloudRefusedHost | Should -BeNullOrEmpty
            }

            It 'gets a token for its Messaging API, for an hour, and shows no more of it than that' {
                $seen.Token.Scope | Should -Match '^https://[0-9a-f]{32}-c\.crm4\.dynamics\.com/\.default$'
                $seen.Token.Scope | Should -Be $seen.Scope
                $seen.Token.AppId | Should -Be $cloud.ChannelAppId
                $seen.Token.TenantId | Should -Be $cloud.Tenant
                $minutes = ($seen.Token.ExpiresOn.ToUniversalTime() - [datetime]::UtcNow).TotalMinutes
                $minutes | Should -BeGreaterThan 50
                $minutes | Should -BeLessOrEqual 60
                $seen.AccessToken | Should -Be System.Security.SecureString
            }

            It 'sends an activity that its receiver gets' { $seen.Received.EventName | Should -Be AgentAccepted }

            It 'tests the webhook, check by check' {
                $seen.Webhook.Passed | Should -BeTrue
                $outcomes = Get-Outcome $seen.Webhook
                $names = 'TCP', 'TLS version', 'Certificate name', 'Unsigned post refused', 'Wrongly signed post refused'
                foreach ($name in $names) {
                    $outcomes[$name] | Should -Be Passed -Because $name
                }
                $outcomes['Answers 200 in time'] | Should -Be Skipped
            }

            It 'tests the whole channel, from its row to its token' {
                $seen.Channel.Passed | Should -BeTrue
                $outcomes = Get-Outcome $seen.Channel
                $names = 'Row complete', 'App and tenant', 'Workstream', 'Language', 'Token', 'Webhook authentication'
                foreach ($name in $names) {
                    $outcomes[$name] | Should -Be Passed -Because $name
                }
            }
        }

        Context 'the guide apple-messages-for-business' {
            BeforeAll { $seen = Invoke-OnlineGuide apple-messages-for-business }

            It 'connects to it, and makes the payment profile of the certificate in the file' {
                $seen.Environment | Should -Be $cloud.EnvironmentUrl
                $seen.Profiles.CertificateFileName | Should -Be merchant.p12
            }
        }
    }
}

Describe 'After the guide custom-messaging-channel' {
    BeforeAll {
        Invoke-Guide "$(Get-GuidePath)/custom-messaging-channel.md" | Out-Null
        $channels = @(Invoke-OcRequest msdyn_occustommessagingchannels | Sort-Object msdyn_name)
        $workstream = Invoke-OcRequest "msdyn_liveworkstreams?`$filter=msdyn_name eq 'Contoso messaging'"
    }
    AfterAll { Get-OcConnection | Disconnect-OcEnvironment }

    It 'the channels that were not deleted are there' {
        $channels.msdyn_name | Should -Be 'Contoso shop', 'Contoso web'
    }

    It 'a channel has the columns that the script writes, and the address of the update' {
        $channels[1].msdyn_occustomchannelid | Should -Be 192350005
        $channels[1].msdyn_appid | Should -Be 9f6c021d-1234-4abc-8df7-123456789abc
        $channels[1].msdyn_tenantid | Should -Be (Get-OcConnection).TenantId
        $channels[1].msdyn_webhookurl | Should -Be https://contoso-bot2.example.com
    }

    It 'both channels belong to the workstream, in English and with attachments' {
        $language = (Get-OcLanguage en-US).Id
        foreach ($channel in $channels) {
            $channel._msdyn_liveworkstreamid_value | Should -Be $workstream.msdyn_liveworkstreamid
            $channel._msdyn_ocwidgetlanguage_value | Should -Be $language
            $channel.msdyn_enablefileattachmentsforcustomers | Should -BeTrue
            $channel.msdyn_enablefileattachmentsforagents | Should -BeTrue
        }
    }

    It 'the workstream is one of today''s admin center, for custom channels, that pushes work' {
        $workstream.msdyn_mode | Should -Be 717210001
        $workstream.msdyn_streamsource | Should -Be 192350002
        $workstream.msdyn_workdistributionmode | Should -Be 192350000
        $workstream.msdyn_capacityrequired | Should -Be 30
        $workstream.msdyn_autocloseafterinactivity | Should -Be 2880
    }

    It 'the workstream has its context variable' {
        $variable = Invoke-OcRequest msdyn_ocliveworkstreamcontextvariables
        $variable.msdyn_name | Should -Be CustomerTier
        $variable._msdyn_liveworkstreamid_value | Should -Be $workstream.msdyn_liveworkstreamid
    }

    It 'the automated message belongs to the one channel and has its translation' {
        $message = Invoke-OcRequest msdyn_ocsystemmessages
        $message.msdyn_instanceid | Should -Be $channels[1].msdyn_occustommessagingchannelid
        (Invoke-OcRequest msdyn_oclocalizationdatas).msdyn_localizedtext | Should -Be '{AgentName} ist da.'
    }

    It 'the quick reply is offered in the workstream' {
        "$((Get-OcQuickReply Hello).Workstreams)" | Should -Be 'Contoso messaging'
    }

    It 'the platform signs its posts to the one webhook' {
        $authentication = Get-OcWebhookAuthentication 'Contoso web'
        $authentication.Subject | Should -Not -BeNullOrEmpty
        (Invoke-OcRequest managedidentities).managedidentityid | Should -Be $authentication.ManagedIdentityId
        $channels[1]._managedidentityid_value | Should -Be $authentication.ManagedIdentityId
    }

    It 'all that is left to do is the routing' {
        $result = Test-OcWorkstream 'Contoso messaging'
        $result.Passed | Should -BeTrue
        $result.Findings.Name | Should -Be Routing
    }

    It 'a second run changes nothing but what the guide deletes and sets again' {
        $before = (Get-OcSandboxRequest | Where-Object Method -NE GET).Count
        New-OcWorkstream 'Contoso messaging' -StreamSource Custom -IfNotExists | Out-Null
        New-OcQuickReply Hello 'Hello, how can I help?' -IfNotExists | Out-Null
        (Get-OcSandboxRequest | Where-Object Method -NE GET).Count | Should -Be $before
    }
}

Describe 'After the guide plans' {
    BeforeAll {
        Invoke-Guide "$(Get-GuidePath)/plans.md" | Out-Null
        $changes = @(Get-OcChange -Connection test)
    }
    AfterAll { Get-OcConnection | Disconnect-OcEnvironment }

    It 'the plan made in one environment what the other has, and recorded it' {
        $made = $changes | Where-Object Kind -EQ Create
        $made.Record | Should -Be 'Tag', 'QuickReply'
        $made.Outcome | Should -Be 'Done', 'Done'
    }

    It 'the undo took it away again, and recorded that' {
        Get-OcQuickReply -Connection test | Should -BeNullOrEmpty
        ($changes | Where-Object Kind -EQ Delete).Record | Should -Be 'QuickReply', 'Tag'
    }

    It 'the environment that it came from is as it was' {
        (Get-OcQuickReply -Connection dev).Tags.Name | Should -Be greeting
    }
}

Describe 'After the guide apple-messages-for-business' {
    BeforeAll {
        Invoke-Guide "$(Get-GuidePath)/apple-messages-for-business.md" 3> $null | Out-Null
        $account = Invoke-OcRequest msdyn_ocapplebusinessaccounts
        $workstream = Invoke-OcRequest "msdyn_liveworkstreams?`$filter=msdyn_name eq 'Apple chats'"
        $setting = Invoke-OcRequest msdyn_authenticationsettingses
        $payment = Invoke-OcRequest msdyn_ocpaymentprofiles
        $maps = @(Invoke-OcRequest msdyn_ocrichobjectmaps)
    }
    AfterAll { Get-OcConnection | Disconnect-OcEnvironment }

    It 'the account belongs to the workstream, in English and with attachments' {
        $account.msdyn_businessid | Should -Be b15ed773-9eed-11e7-baa2-7b88b04daa8e
        $account._msdyn_liveworkstreamid_value | Should -Be $workstream.msdyn_liveworkstreamid
        $account._msdyn_ocwidgetlanguage_value | Should -Be (Get-OcLanguage en-US).Id
        $account.msdyn_enablefileattachmentsforcustomers | Should -BeTrue
        $account.msdyn_enablefileattachmentsforagents | Should -BeTrue
    }

    It 'authentication and Apple Pay are on, with what they need' {
        $account.msdyn_enableoauth | Should -BeTrue
        $account._msdyn_businessauthsettingsid_value | Should -Be $setting.msdyn_authenticationsettingsid
        $account.msdyn_enableapplepay | Should -BeTrue
        $account._msdyn_ocpaymentprofileid_value | Should -Be $payment.msdyn_ocpaymentprofileid
    }

    It 'the setting is one of the code flow, and has its secret and its rich message' {
        $setting.msdyn_authenticationtype | Should -Be 192350001
        $setting.msdyn_authenticationscopes | Should -Be 'openid profile'
        "$((Get-OcAuthSetting).ClientSecret)" | Should -Be Set
        $maps._msdyn_authsettingsmapid_value | Should -Contain $setting.msdyn_authenticationsettingsid
    }

    It 'the profile has its merchant, its certificate and its rich message' {
        $merchant = Invoke-OcRequest msdyn_ocapplepaies
        $payment._msdyn_ocapplepayid_value | Should -Be $merchant.msdyn_ocapplepayid
        $merchant.msdyn_merchantcapabilities | Should -Be '192350002'
        $merchant.msdyn_supportednetworks | Should -Be '192350001,192350003'
        "$((Get-OcPaymentProfile).Certificate)" | Should -Be Set
        $maps._msdyn_ocpaymentprofileid_value | Should -Contain $payment.msdyn_ocpaymentprofileid
    }

    It 'the automated message belongs to the account' {
        (Invoke-OcRequest msdyn_ocsystemmessages).msdyn_instanceid | Should -Be $account.msdyn_ocapplebusinessaccountid
    }

    It 'nothing is left to do on the account' {
        $result = Test-OcAppleAccount Contoso
        $result.Findings | Should -BeNullOrEmpty
        ($result.Checks | Where-Object Name -EQ 'MSP endpoint').Detail | Should -Match 'omnichannel-eur'
    }
}
