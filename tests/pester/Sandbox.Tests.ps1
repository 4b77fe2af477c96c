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

Describe 'A client that is not ours, on the loopback address' {
    BeforeAll {
        $server = Start-OcSandbox
        $api = "$($server.Url)api/data/v9.2"
        $table = "$api/msdyn_occustommessagingchannels"

        function Send-Row([string] $Name) {
            $body = @{ msdyn_name = $Name; msdyn_occustomchannelid = 192350005 } | ConvertTo-Json
            Invoke-RestMethod $table -Method Post -Body $body -ContentType application/json -Headers @{ Prefer = 'return=representation' }
        }
    }
    AfterAll { Stop-OcSandbox $server }

    It 'reads, creates, updates and deletes' {
        $row = Send-Row 'From elsewhere'
        $address = "$table($($row.msdyn_occustommessagingchannelid))"
        Invoke-RestMethod $address -Method Patch -Body '{"msdyn_name":"Renamed"}' -ContentType application/json -Headers @{ 'If-Match' = $row.'@odata.etag' }
        (Invoke-RestMethod $address).msdyn_name | Should -Be 'Renamed'
        Invoke-RestMethod $address -Method Delete
        { Invoke-RestMethod $address } | Should -Throw '*404*'
    }

    It 'reads page by page' {
        1..5 | ForEach-Object { Send-Row "Row $_" } | Out-Null
        $names = for ($next = "$table`?`$select=msdyn_name"; $next; $next = $page.'@odata.nextLink') {
            $page = Invoke-RestMethod $next -Headers @{ Prefer = 'odata.maxpagesize=2' }
            $page.value.msdyn_name
        }
        $names | Sort-Object | Should -Be (1..5 | ForEach-Object { "Row $_" })
    }

    It 'sends a batch, of which nothing remains when a part is refused' {
        $part = "--b`r`nContent-Type: multipart/mixed; boundary=c`r`n`r`n"
        foreach ($body in '{"msdyn_name":"Good"}', '{"msdyn_nonsense":1}') {
            $id++
            $part += "--c`r`nContent-Type: application/http`r`nContent-Transfer-Encoding: binary`r`nContent-ID: $id`r`n`r`n" +
                "POST $table HTTP/1.1`r`nContent-Type: application/json`r`n`r`n$body`r`n"
        }
        $answer = Invoke-WebRequest "$api/`$batch" -Method Post -Body "$part--c--`r`n--b--`r`n" -ContentType 'multipart/mixed; boundary=b' -SkipHttpErrorCheck
        [System.Text.Encoding]::UTF8.GetString([byte[]] $answer.RawContentStream.ToArray()) | Should -BeLike '*HTTP/1.1 400*'
        (Invoke-RestMethod "$table`?`$filter=msdyn_name eq 'Good'").value | Should -BeNullOrEmpty
    }
}
