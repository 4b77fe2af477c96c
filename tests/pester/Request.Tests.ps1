BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
}

Describe 'Invoke-OcRequest' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'answers with the object' { (Invoke-OcRequest WhoAmI).OrganizationId | Should -Be (Get-OcConnection).OrganizationId }

    It 'answers with the rows of all pages' {
        Invoke-OcRequest 'msdyn_oclanguages' -PageSize 2 | Should -HaveCount 6
        Get-OcSandboxRequest GET -Url *msdyn_oclanguages* | Should -HaveCount 3
    }

    It 'stops after the first page when asked to' {
        Invoke-OcRequest 'msdyn_oclanguages' -PageSize 2 -FirstPageOnly | Should -HaveCount 2
    }

    It 'sends a body given as <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Body = @{ msdyn_languagename = 'Klingon'; msdyn_localeid = 7 } }
        @{ Form = 'an object'; Body = [pscustomobject]@{ msdyn_languagename = 'Klingon'; msdyn_localeid = 7 } }
        @{ Form = 'text'; Body = '{"msdyn_languagename":"Klingon","msdyn_localeid":7}' }
    ) {
        Invoke-OcRequest msdyn_oclanguages -Method POST -Body $Body
        (Invoke-OcRequest "msdyn_oclanguages?`$filter=msdyn_languagename eq 'Klingon'").msdyn_localeid | Should -Be 7
    }

    It 'refuses a body that is no JSON before it sends anything' {
        Clear-OcSandbox
        { Invoke-OcRequest msdyn_oclanguages -Method POST -Body '{ nonsense' -ErrorAction Stop } | Should -Throw -ErrorId 'BodyNotJson,*'
        Get-OcSandboxRequest | Should -BeNullOrEmpty
    }

    It 'refuses an address outside of the environment' {
        { Invoke-OcRequest https://elsewhere.example.com/api -ErrorAction Stop } | Should -Throw
        Get-OcSandboxRequest -Url *elsewhere* | Should -BeNullOrEmpty
    }

    It 'tells the server''s code, its words and what to do' {
        Invoke-OcRequest "msdyn_oclanguages($([guid]::NewGuid()))" -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'DataverseNotFound,*'
        "$($failure[0].Exception.Code)" | Should -Be '0x80040217'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*No row has this id*'
        $failure[0].Exception.RequestId | Should -Not -BeNullOrEmpty
    }

    It 'shows method, URL, status and request id with -Verbose, and no token' {
        $server = Get-OcConnection | Start-OcSandbox
        try {
            $null = Connect-OcEnvironment $server.Url -AccessToken 'very-secret-token'
            $log = Invoke-OcRequest WhoAmI -Verbose -Debug 4>&1 5>&1 | Out-String -Width 1000
            $log | Should -Match 'GET http://127\.0\.0\.1:\d+/api/data/v9\.2/WhoAmI → 200 in \d+ ms \(attempt 1, request id [0-9a-f-]+\)'
            $log | Should -Match 'Authorization: REDACTED'
            $log | Should -Not -Match 'very-secret-token'
        }
        finally { Stop-OcSandbox $server }
    }
}
