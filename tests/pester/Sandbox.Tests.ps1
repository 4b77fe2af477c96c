BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Two sandboxes' {
    It 'are two organizations' {
        $one = Connect-OcEnvironment -Sandbox
        $two = Connect-OcEnvironment -Sandbox
        $one.OrganizationId | Should -Not -Be $two.OrganizationId
        New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com -Connection $one | Out-Null
        Get-OcCustomChannel -Connection $two | Should -BeNullOrEmpty
        Get-OcConnection | Should -HaveCount 2
        Get-OcConnection | Disconnect-OcEnvironment
        Get-OcConnection | Should -BeNullOrEmpty
    }
}

Describe 'A fault' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'of <Name> is survived' -ForEach @(
        @{ Name = 'a 503'; Fault = @{ Status = 503 } }
        @{ Name = 'a cut before the request was carried out'; Fault = @{ CutBeforeWrite = $true } }
        @{ Name = 'a cut after it'; Fault = @{ CutAfterWrite = $true } }
        @{ Name = 'a truncated body'; Fault = @{ TruncateBody = $true } }
        @{ Name = 'a delay'; Fault = @{ DelaySeconds = 0.1 } }
        @{ Name = 'a page of HTML from a gateway'; Fault = @{ NonJsonBody = $true } }
    ) {
        Add-OcSandboxFault @Fault -Method POST
        New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com | Out-Null
        Get-OcCustomChannel | Should -HaveCount 1
        Get-OcSandboxRequest POST | Should -Not -BeNullOrEmpty
    }

    It 'strikes only what it fits' {
        Add-OcSandboxFault 400 -Message 'No.' -Url 'oclanguages' -After 1
        Invoke-OcRequest WhoAmI | Should -Not -BeNullOrEmpty
        Invoke-OcRequest msdyn_oclanguages | Should -Not -BeNullOrEmpty
        { Invoke-OcRequest msdyn_oclanguages -ErrorAction Stop } | Should -Throw 'No.'
    }

    It 'is forgotten by Clear-OcSandbox' {
        Add-OcSandboxFault 400 -Times 100
        Clear-OcSandbox
        Invoke-OcRequest WhoAmI | Should -Not -BeNullOrEmpty
        Get-OcSandboxRequest | Should -HaveCount 1
    }
}

Describe 'The commands of the sandbox' {
    It 'refuse a connection to something else' {
        $sandbox = Connect-OcEnvironment -Sandbox
        $server = $sandbox | Start-OcSandbox
        try {
            $online = Connect-OcEnvironment $server.Url -AccessToken x
            { Clear-OcSandbox -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { Get-OcSandboxRequest -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { Add-OcSandboxFault 400 -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { $online | Start-OcSandbox } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
        }
        finally {
            Stop-OcSandbox
            Get-OcConnection | Disconnect-OcEnvironment
        }
    }

    It 'say so when a port is taken' {
        $server = Start-OcSandbox
        try {
            { Start-OcSandbox -Port $server.Url.Port -ErrorAction Stop } | Should -Throw -ErrorId 'SandboxPortNotFree,*'
        }
        finally { Stop-OcSandbox $server }
    }
}
