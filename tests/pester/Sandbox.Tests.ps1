BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Two sandboxes' {
    BeforeEach { Get-OcConnection | Disconnect-OcEnvironment }

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

Describe 'A saved sandbox' {
    It 'is opened again with its organization and its rows' {
        $first = Connect-OcEnvironment -Sandbox
        New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com | Out-Null
        (Export-OcSandbox TestDrive:/sandbox.json -PassThru).Length | Should -BeGreaterThan 0
        Disconnect-OcEnvironment
        $second = Connect-OcEnvironment -Sandbox -Path TestDrive:/sandbox.json
        $second.OrganizationId | Should -Be $first.OrganizationId
        (Get-OcCustomChannel).Name | Should -Be 'Contoso'
        Disconnect-OcEnvironment
    }

    It 'that is none says so' {
        'nonsense' | Set-Content TestDrive:/nonsense.json
        { Connect-OcEnvironment -Sandbox -Path TestDrive:/nonsense.json } | Should -Throw -ErrorId 'SandboxFileNotSandbox,*'
        { Connect-OcEnvironment -Sandbox -Path TestDrive:/missing.json } | Should -Throw -ErrorId 'SandboxFileNotReadable,*'
    }
}

Describe 'A user of the sandbox' {
    It 'with the role Basic User may not write channels, and is told which privilege is missing' {
        $null = Connect-OcEnvironment -Sandbox -SandboxUser BasicUser
        try {
            { New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com -ErrorAction Stop } |
                Should -Throw '*prvCreatemsdyn_occustommessagingchannel*' -ErrorId 'DataversePermissionDenied,*'
        }
        finally { Disconnect-OcEnvironment }
    }

    It 'without any role cannot even connect' {
        { Connect-OcEnvironment -Sandbox -SandboxUser WithoutRole } |
            Should -Throw '*has no security role*' -ErrorId 'DataversePermissionDenied,*'
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
