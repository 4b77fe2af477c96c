BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Import-Csv | New-OcQuickReply' {
    BeforeAll {
        $null = Connect-OcEnvironment -Sandbox
        $long = 'x' * 4001
        @"
Title,Message,Locale,Tag,Workstream
Hello,Hello!,en-US,greeting,Messaging workstream
Hallo,Guten Tag!,de-DE,greeting,
Bye,Good bye!,,,
,No title,,,
No message,,,,
Klingon,nuqneH,tlh,,
Too long,$long,,,
Elsewhere,Hello!,,,No such workstream
"@ | Set-Content TestDrive:/replies.csv
        $output = Import-Csv TestDrive:/replies.csv | New-OcQuickReply -ErrorVariable failures -ErrorAction SilentlyContinue
    }
    AfterAll { Disconnect-OcEnvironment }

    It 'makes the good rows, in their order' { $output.Name | Should -Be Hello, Hallo, Bye }

    It 'takes an empty locale for the default' { $output[2].Locale | Should -Be en-US }

    It 'makes a tag once, however many replies have it' {
        (Invoke-OcRequest msdyn_octags).msdyn_name | Should -Be greeting
        "$($output[1].Tags)" | Should -Be greeting
    }

    It 'answers each bad row with one error that has the row as its target: <Title>' -ForEach @(
        @{ Title = ''; Says = '*Name is missing*' }
        @{ Title = 'No message'; Says = '*Message is missing*' }
        @{ Title = 'Klingon'; Says = "*Locale is 'tlh'*en-US*" }
        @{ Title = 'Too long'; Says = '*Message has 4001 characters*at most 4000*' }
        @{ Title = 'Elsewhere'; Says = "*no workstream 'No such workstream'*" }
    ) {
        $failures | Should -HaveCount 5
        "$($failures | Where-Object { $_.TargetObject.Title -eq $Title })" | Should -BeLike $Says
    }
}

Describe 'Quick replies' {
    BeforeEach {
        $null = Connect-OcEnvironment -Sandbox
        $null = New-OcQuickReply Hello 'Hello!' -Tag greeting
        $null = New-OcQuickReply Hello 'Guten Tag!' -Locale de-DE -Workstream 'Messaging workstream'
    }
    AfterEach { Disconnect-OcEnvironment }

    It 'go down the pipeline into Set and Remove' {
        Get-OcQuickReply | Set-OcQuickReply -Tag greeting, start
        Get-OcQuickReply | ForEach-Object { "$($_.Tags)" } | Should -Be 'greeting start', 'greeting start'
        Get-OcQuickReply -Locale de-DE | Remove-OcQuickReply -Confirm:$false
        (Get-OcQuickReply).Locale | Should -Be en-US
    }

    It 'of one title in two locales are told apart by the locale or the GUID' {
        { Set-OcQuickReply Hello -Message x -ErrorAction Stop } | Should -Throw -ErrorId 'AmbiguousName,*'
        (Get-OcQuickReply Hello -Locale de-DE | Set-OcQuickReply -Message 'Moin!' -PassThru).Message | Should -Be 'Moin!'
    }

    It 'lose all workstreams with $null' {
        (Get-OcQuickReply -Locale de-DE | Set-OcQuickReply -Workstream $null -PassThru).Workstreams | Should -BeNullOrEmpty
    }

    It 'are copied to another locale by property name' {
        $null = Get-OcQuickReply -Locale de-DE | ForEach-Object { $_ | New-OcQuickReply -Locale fr-FR -Message 'Bonjour !' }
        "$((Get-OcQuickReply -Locale fr-FR).Workstreams)" | Should -Be 'Messaging workstream'
    }

    It 'complete their locale' {
        $line = 'New-OcQuickReply a b -Locale de'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be de-DE
    }
}
