BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Automated messages' {
    BeforeEach {
        $null = Connect-OcEnvironment -Sandbox
        $null = New-OcCustomChannel 'Contoso web' -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com -Language en-US
    }
    AfterEach { Disconnect-OcEnvironment }

    It 'are made for a channel from the pipeline, with translations by locale' {
        $message = Get-OcCustomChannel | New-OcAutomatedMessage 'Agent ended conversation' 'Good bye!' -Translation @{
            'de-DE' = 'Auf Wiedersehen!'; 'fr-FR' = 'Au revoir !'
        }
        $message.Trigger | Should -Be AgentEndedConversation
        $message.Name | Should -Be 'AgentEndedConversation of Contoso web'
        $message.Translations['German - Germany'] | Should -Be 'Auf Wiedersehen!'
        (Get-OcCustomChannel | Get-OcAutomatedMessage).Translations.Count | Should -Be 2
    }

    It 'go down the pipeline into Set and Remove, translations included' {
        $null = New-OcAutomatedMessage Greeting Hello 'Contoso web' -Translation @{ 'de-DE' = 'Hallo' }
        Get-OcAutomatedMessage | Set-OcAutomatedMessage -Translation @{ 'de-DE' = ''; 'es-ES' = 'Hola' }
        (Get-OcAutomatedMessage).Translations.Keys | Should -Be 'Spanish - Spain'
        Get-OcAutomatedMessage | Remove-OcAutomatedMessage -Confirm:$false
        Get-OcAutomatedMessage | Should -BeNullOrEmpty
        Invoke-OcRequest msdyn_oclocalizationdatas | Should -BeNullOrEmpty
    }

    It 'refuse a translation that is no hashtable' {
        { New-OcAutomatedMessage Greeting Hello 'Contoso web' -Translation Hallo } | Should -Throw "*'Hallo' is not a hashtable*"
    }
}
