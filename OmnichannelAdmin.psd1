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
        'Disconnect-OcEnvironment'
        'Export-OcSandbox'
        'Get-OcAppleAccount'
        'Get-OcAuthSetting'
        'Get-OcAutomatedMessage'
        'Get-OcConnection'
        'Get-OcContextVariable'
        'Get-OcCustomChannel'
        'Get-OcLanguage'
        'Get-OcMspEndpoint'
        'Get-OcNotificationTemplate'
        'Get-OcPaymentProfile'
        'Get-OcQueue'
        'Get-OcQuickReply'
        'Get-OcRichMessage'
        'Get-OcSandboxRequest'
        'Get-OcSessionTemplate'
        'Get-OcSurvey'
        'Get-OcWorkstream'
        'Get-OcWorkstreamChannel'
        'Invoke-OcRequest'
        'New-OcAppleAccount'
        'New-OcAuthSetting'
        'New-OcAutomatedMessage'
        'New-OcContextVariable'
        'New-OcCustomChannel'
        'New-OcPaymentProfile'
        'New-OcQuickReply'
        'New-OcRichMessage'
        'New-OcWorkstream'
        'Remove-OcAppleAccount'
        'Remove-OcAuthSetting'
        'Remove-OcAutomatedMessage'
        'Remove-OcContextVariable'
        'Remove-OcCustomChannel'
        'Remove-OcPaymentProfile'
        'Remove-OcQuickReply'
        'Remove-OcRichMessage'
        'Remove-OcWorkstream'
        'Remove-OcWorkstreamChannel'
        'Set-OcAppleAccount'
        'Set-OcAuthSetting'
        'Set-OcAutomatedMessage'
        'Set-OcContextVariable'
        'Set-OcCustomChannel'
        'Set-OcPaymentProfile'
        'Set-OcQuickReply'
        'Set-OcRichMessage'
        'Set-OcWorkstream'
        'Start-OcSandbox'
        'Stop-OcSandbox'
        'Test-OcAppleAccount'
        'Test-OcEnvironment'
        'Test-OcWorkstream'
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
