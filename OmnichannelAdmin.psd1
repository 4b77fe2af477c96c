@{
    RootModule           = 'OmnichannelAdmin.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'f563549d-9dc5-4bbd-8d6c-cd83c87d79b1'
    Author               = 'The OmnichannelAdmin maintainers'
    Copyright            = '(c) 2026 The OmnichannelAdmin maintainers'
    Description          = 'Administers the messaging channels of Dynamics 365 Customer Service from PowerShell.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('OmnichannelAdmin.Format.ps1xml')
    TypesToProcess       = @('OmnichannelAdmin.Types.ps1xml')
    CmdletsToExport      = @(
        'Add-OcSandboxFault'
        'Add-OcWorkstreamChannel'
        'Clear-OcSandbox'
        'Connect-OcEnvironment'
        'ConvertFrom-OcActivity'
        'Disable-OcWebhookAuthentication'
        'Disconnect-OcEnvironment'
        'Enable-OcWebhookAuthentication'
        'Export-OcConfiguration'
        'Export-OcSandbox'
        'Get-OcAutomatedMessage'
        'Get-OcChange'
        'Get-OcConnection'
        'Get-OcContextVariable'
        'Get-OcCustomChannel'
        'Get-OcLanguage'
        'Get-OcMessagingEndpoint'
        'Get-OcMessagingScope'
        'Get-OcMessagingToken'
        'Get-OcNotificationTemplate'
        'Get-OcQueue'
        'Get-OcQuickReply'
        'Get-OcSandboxRequest'
        'Get-OcSessionTemplate'
        'Get-OcSurvey'
        'Get-OcWebhookAuthentication'
        'Get-OcWorkstream'
        'Get-OcWorkstreamChannel'
        'Invoke-OcPlan'
        'Invoke-OcRequest'
        'New-OcAutomatedMessage'
        'New-OcContextVariable'
        'New-OcCustomChannel'
        'New-OcPlan'
        'New-OcQuickReply'
        'New-OcWorkstream'
        'Receive-OcActivity'
        'Remove-OcAutomatedMessage'
        'Remove-OcContextVariable'
        'Remove-OcCustomChannel'
        'Remove-OcQuickReply'
        'Remove-OcWorkstream'
        'Remove-OcWorkstreamChannel'
        'Send-OcActivity'
        'Set-OcAutomatedMessage'
        'Set-OcContextVariable'
        'Set-OcCustomChannel'
        'Set-OcQuickReply'
        'Set-OcWorkstream'
        'Start-OcSandbox'
        'Stop-OcSandbox'
        'Test-OcConfiguration'
        'Test-OcCustomChannel'
        'Test-OcEnvironment'
        'Test-OcWebhook'
        'Test-OcWorkstream'
        'Undo-OcChange'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Dynamics365', 'CustomerService', 'Omnichannel', 'Dataverse', 'AppleMessagesForBusiness',
                'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md in the repository.'
        }
    }
}
