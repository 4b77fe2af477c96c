BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    function Add-Channel([string] $Name) {
        New-OcCustomChannel $Name -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://contoso-bot.example.com
    }
}

Describe 'Workstreams' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'take the kind of channel by the product''s name' {
        (New-OcWorkstream Apple 'Apple Messages for Business').StreamSource | Should -Be AppleMessagesForBusiness
        (Get-OcWorkstream -StreamSource 'apple messages for business').Name | Should -Be Apple
    }

    It 'take presences by the product''s names, as a list or as one text' {
        $workstream = New-OcWorkstream Contoso Custom -AllowedPresences Available, 'Busy - DND'
        "$($workstream.AllowedPresences)" | Should -Be 'Available BusyDnd'
        $changed = Set-OcWorkstream Contoso -AllowedPresences 'Away,Offline' -PassThru
        $changed.AllowedPresences | Should -HaveCount 2
    }

    It 'go down the pipeline into Set and Remove' {
        'A1', 'A2', 'B' | ForEach-Object { New-OcWorkstream $_ Custom } | Out-Null
        Get-OcWorkstream A* | Set-OcWorkstream -Capacity 5
        (Get-OcWorkstream A*).Capacity | Should -Be 5, 5
        (Get-OcWorkstream B).Capacity | Should -Be 30
        Get-OcWorkstream A* | Remove-OcWorkstream -Confirm:$false
        Get-OcWorkstream A* | Should -BeNullOrEmpty
    }

    It 'come from a CSV file, where an empty cell is not given' {
        $rows = @"
Name,StreamSource,Capacity,AllowedPresences,DefaultQueue,AgentAffinity
First,Custom,12,"Available, Busy",Default messaging queue,yes
Second,Apple Messages for Business,,,,
Third,Carrier pigeon,,,,
Fourth,Custom,many,,,
"@ | ConvertFrom-Csv | New-OcWorkstream -ErrorVariable failures -ErrorAction SilentlyContinue
        $rows.Name | Should -Be First, Second
        $rows.Capacity | Should -Be 12, 30
        "$($rows[0].DefaultQueue)" | Should -Be 'Default messaging queue'
        $failures | Should -HaveCount 2
        "$($failures[0])" | Should -BeLike "*'Carrier pigeon' is not one of*AppleMessagesForBusiness*"
        "$($failures[1])" | Should -BeLike "*'many' is not a whole number*"
    }

    It 'that a channel uses stay, and the error names the channel' {
        $null = Add-Channel 'Contoso web' | Add-OcWorkstreamChannel 'Messaging workstream' -Language en-US
        { Remove-OcWorkstream 'Messaging workstream' -Confirm:$false -ErrorAction Stop } |
            Should -Throw "*'Contoso web'*" -ErrorId 'WorkstreamInUse,*'
        Get-OcWorkstreamChannel 'Messaging workstream' | Remove-OcWorkstreamChannel -Confirm:$false
        Remove-OcWorkstream 'Messaging workstream' -Confirm:$false
        Get-OcWorkstream | Should -BeNullOrEmpty
    }

    It 'say what they lack, and whether they would do' {
        $report = Get-OcWorkstream | Test-OcWorkstream
        $report.Passed | Should -BeTrue
        ($report.Checks | Where-Object Name -EQ Routing).Outcome | Should -Be Warning
        Test-OcWorkstream 'Messaging workstream' -Quiet | Should -BeTrue
        ($report | Format-List | Out-String) | Should -BeLike '*Warning  Routing: *Add work classification*'
    }

    It 'are drawn within <_> columns' -ForEach 80, 120 {
        $null = New-OcWorkstream ('A workstream with quite a long name ' + ('x' * 60)) 'Apple Messages for Business'
        $lines = (Get-OcWorkstream | Out-String -Width $_) -split "`n"
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $lines -match 'Name\s+StreamSource\s+Distribution\s+Mode\s+DefaultQueue' | Should -HaveCount 1
    }

    It 'are found by completers' {
        $line = 'Test-OcWorkstream Mess'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'Messaging workstream'"
        $line = 'New-OcWorkstream x -DefaultQueue Def'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'Default messaging queue'"
        $line = 'New-OcWorkstream x -StreamSource Appl'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be AppleMessagesForBusiness
    }
}

Describe 'Context variables' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'come from a CSV file and go down the pipeline into Set and Remove' {
        $null = @"
Name,Workstream,Type,EntityLogicalName
Tier,Messaging workstream,Text,
Order,Messaging workstream,Entity Reference,salesorder
"@ | ConvertFrom-Csv | New-OcContextVariable
        Get-OcWorkstream | Get-OcContextVariable | Set-OcContextVariable -DisplayName 'Seen by people'
        (Get-OcContextVariable).DisplayName | Should -Be 'Seen by people', 'Seen by people'
        (Get-OcContextVariable Order).EntityLogicalName | Should -Be salesorder
        Get-OcContextVariable | Remove-OcContextVariable -Confirm:$false
        Get-OcContextVariable | Should -BeNullOrEmpty
    }
}

Describe 'What workstreams and channels point at' {
    BeforeAll {
        $null = Connect-OcEnvironment -Sandbox
        $null = Invoke-OcRequest msfp_surveies -Method POST -Body @{ msfp_name = 'How was it?' }
        $null = Invoke-OcRequest msdyn_sessiontemplates -Method POST -Body @{
            msdyn_name = 'Contoso session'; msdyn_uniquename = 'contoso_session'
        }
        $null = Invoke-OcRequest msdyn_notificationtemplates -Method POST -Body @{
            msdyn_name = 'Contoso call'; msdyn_uniquename = 'contoso_call'; msdyn_title = 'New'
        }
    }
    AfterAll { Disconnect-OcEnvironment }

    It '<Command> <Identity> finds <Name>' -ForEach @(
        @{ Command = 'Get-OcLanguage'; Identity = 'de-DE'; Name = 'German - Germany' }
        @{ Command = 'Get-OcLanguage'; Identity = 'Ger*'; Name = 'German - Germany' }
        @{ Command = 'Get-OcQueue'; Identity = 'Default*'; Name = 'Default messaging queue' }
        @{ Command = 'Get-OcSurvey'; Identity = 'How*'; Name = 'How was it?' }
        @{ Command = 'Get-OcSessionTemplate'; Identity = 'contoso_session'; Name = 'Contoso session' }
        @{ Command = 'Get-OcNotificationTemplate'; Identity = 'contoso_call'; Name = 'Contoso call' }
    ) {
        (& $Command $Identity).Name | Should -Be $Name
    }

    It 'a workstream points at a template by its unique name, however the template was given' {
        (New-OcWorkstream A Custom -SessionTemplate 'Contoso session').SessionTemplate | Should -Be contoso_session
        (New-OcWorkstream B Custom -SessionTemplate (Get-OcSessionTemplate)).SessionTemplate | Should -Be contoso_session
    }
}

Describe 'The channels of a workstream' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'are set up from the pipeline and listed with what is set on each' {
        $null = 'Contoso web', 'Contoso shop' | ForEach-Object { Add-Channel $_ }
        Get-OcCustomChannel Contoso* | Add-OcWorkstreamChannel 'Messaging workstream' -Language de-DE -AutomatedMessage @{
            AgentEndedConversation = 'Auf Wiedersehen!'
        }
        $channels = Get-OcWorkstream Mess* | Get-OcWorkstreamChannel
        $channels.Name | Should -Be 'Contoso shop', 'Contoso web'
        "$($channels[0].Language)" | Should -Be 'German - Germany'
        $channels[0].AutomatedMessages.Trigger | Should -Be AgentEndedConversation
    }

    It 'show with -WhatIf what the wizard''s summary would' {
        $null = Add-Channel 'Contoso web'
        $shown = Add-OcWorkstreamChannel 'Messaging workstream' 'Contoso web' -Language de-DE -AutomatedMessage @{
            Greeting = 'Guten Tag!'
        } -WhatIf -PassThru
        "$($shown.Workstream)" | Should -Be 'Messaging workstream'
        $shown.AutomatedMessages.Message | Should -Be 'Guten Tag!'
        (Get-OcCustomChannel).Workstream | Should -BeNullOrEmpty
    }

    It 'of another kind than the workstream are refused' {
        $null = New-OcWorkstream Chats 'Live chat'
        { Add-Channel 'Contoso web' | Add-OcWorkstreamChannel Chats -Language de-DE -ErrorAction Stop } |
            Should -Throw '*takes LiveChat*' -ErrorId 'StreamSourceMismatch,*'
    }
}
