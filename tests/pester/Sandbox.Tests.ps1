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

    It 'strikes one operation inside of a batch, and nothing of its change set remains' {
        New-OcCustomChannel Contoso -AppId (New-Guid) -WebhookUrl https://a.example.com | Out-Null
        Add-OcSandboxFault 400 -Message 'Not this one.' -Url msdyn_ocsystemmessages
        $setUp = @{
            Workstream       = 'Messaging workstream'
            Channel          = 'Contoso'
            Language         = 'en-US'
            AutomatedMessage = @{ Greeting = 'Hello!' }
        }
        { Add-OcWorkstreamChannel @setUp -ErrorAction Stop } | Should -Throw 'Not this one.*'
        (Get-OcCustomChannel).Workstream | Should -BeNullOrEmpty
        $statuses = (Get-OcSandboxRequest POST -Url '*$batch').Operations.Status
        $statuses.Count | Should -BeGreaterThan 1
        $statuses | Select-Object -Unique | Should -Be 400
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

Describe 'Signing in to a sandbox that listens' {
    BeforeAll {
        $server = Start-OcSandbox -Tls -RequireSignIn
        $secret = ConvertTo-SecureString 'the-right-secret' -AsPlainText -Force
        $wrong = ConvertTo-SecureString 'the-wrong-secret' -AsPlainText -Force
        $app = $server | Add-OcSandboxApplication (New-Guid) -ClientSecret $secret
    }
    AfterAll {
        Stop-OcSandbox $server
        Get-OcConnection | Disconnect-OcEnvironment
    }

    It 'works with a secret, as <Way>' -ForEach @(
        @{ Way = 'Credential'; SignIn = { @{ Credential = [pscredential]::new($app.AppId, $secret) } } }
        @{ Way = 'ClientSecret'; SignIn = { @{ ClientId = $app.AppId; ClientSecret = $secret } } }
    ) {
        $signIn = & $SignIn
        $connection = Connect-OcEnvironment "https://127.0.0.1:$($server.Url.Port)" -TenantId $server.TenantId @signIn
        $connection.UserId | Should -Be $app.UserId
        $connection.SignIn | Should -Be $Way
        New-OcCustomChannel $Way -AppId (New-Guid) -WebhookUrl https://a.example.com | Out-Null
        (Get-OcCustomChannel $Way).Name | Should -Be $Way
    }

    It 'works with a certificate' {
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=The app', [System.Security.Cryptography.RSA]::Create(2048), 'SHA256',
            [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $now = [DateTimeOffset]::UtcNow
        $certificate = $request.CreateSelfSigned($now.AddDays(-1), $now.AddDays(9))
        $other = $server | Add-OcSandboxApplication (New-Guid) -Certificate $certificate -Name 'The app'
        (Connect-OcEnvironment $server.Url -ClientId $other.AppId -Certificate $certificate).User | Should -Be 'The app'
    }

    It 'is refused with the code of Entra when the secret is wrong' {
        { Connect-OcEnvironment $server.Url -ClientId $app.AppId -ClientSecret $wrong } |
            Should -Throw '*AADSTS7000215*' -ErrorId 'ClientSecretWrong,*'
    }

    It 'is refused to an application that nobody registered' {
        { Connect-OcEnvironment $server.Url -ClientId (New-Guid) -ClientSecret $secret } |
            Should -Throw '*AADSTS700016*' -ErrorId 'ApplicationUnknown,*'
    }

    It 'is refused to an application without a user, and to one whose user has no role' {
        $nobody = $server | Add-OcSandboxApplication (New-Guid) -ClientSecret $secret -WithoutUser
        { Connect-OcEnvironment $server.Url -ClientId $nobody.AppId -ClientSecret $secret } |
            Should -Throw '*0x80072560*' -ErrorId 'UserNotInEnvironment,*'
        $idle = $server | Add-OcSandboxApplication (New-Guid) -ClientSecret $secret -Role WithoutRole
        { Connect-OcEnvironment $server.Url -ClientId $idle.AppId -ClientSecret $secret } |
            Should -Throw '*has no security role*' -ErrorId 'DataversePermissionDenied,*'
    }

    It 'as a user without the privilege leads to the 403 that names it' {
        $basic = $server | Add-OcSandboxApplication (New-Guid) -ClientSecret $secret -Role BasicUser
        $null = Connect-OcEnvironment $server.Url -ClientId $basic.AppId -ClientSecret $secret
        { Get-OcCustomChannel -ErrorAction Stop } |
            Should -Throw '*prvReadmsdyn_occustommessagingchannel*' -ErrorId 'DataversePermissionDenied,*'
    }

    It 'is not possible over plain HTTP' {
        $plain = Start-OcSandbox
        try {
            { Connect-OcEnvironment $plain.Url -ClientId $app.AppId -ClientSecret $secret } |
                Should -Throw '*-Tls*' -ErrorId 'SandboxWithoutTls,*'
        }
        finally { Stop-OcSandbox $plain }
    }

    It 'sends no credential to another listener of this machine that claims to be an authority' {
        $module = Get-ModulePath
        $free = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $free.Start()
        $port = $free.LocalEndpoint.Port
        $free.Stop()
        $listener = [System.Net.HttpListener]::new()
        $url = "http://127.0.0.1:$port/"
        $listener.Prefixes.Add($url)
        $listener.Start()
        try {
            $connecting = Start-ThreadJob {
                Import-Module $using:module
                Connect-OcEnvironment $using:url -TenantId (New-Guid) -ClientId (New-Guid) -ClientSecret $using:secret
            }
            $context = $listener.GetContext()
            $context.Request.HasEntityBody | Should -BeFalse
            $context.Response.StatusCode = 401
            $context.Response.AddHeader('WWW-Authenticate', "Bearer authorization_uri=$($url)common/oauth2/authorize")
            $context.Response.Close()
            { $connecting | Receive-Job -Wait -ErrorAction Stop } | Should -Throw '*No credential was sent*'
            $listener.BeginGetContext($null, $null).IsCompleted | Should -BeFalse
        }
        finally { $listener.Close() }
    }

    It 'gets the token of a channel''s app, be the sandbox <Where>' -ForEach @(
        @{ Where = 'in memory'; Connect = { Connect-OcEnvironment -Sandbox } }
        @{
            Where   = 'on the loopback'
            Connect = { Connect-OcEnvironment $server.Url -ClientId $app.AppId -ClientSecret $secret }
        }
    ) {
        $connection = & $Connect
        if ($Where -eq 'in memory') { $null = Add-OcSandboxApplication $app.AppId -ClientSecret $secret }
        $columns = @{ AppId = $app.AppId; TenantId = $connection.TenantId; WebhookUrl = 'https://a.example.com' }
        $channel = New-OcCustomChannel "Contoso $Where" @columns
        $token = $channel | Get-OcMessagingToken -ClientSecret $secret
        $token.AppId | Should -Be $app.AppId
        $token.Scope | Should -Be (Get-OcMessagingScope)
        { $channel | Get-OcMessagingToken -ClientSecret $wrong -ErrorAction Stop } |
            Should -Throw '*AADSTS7000215*' -ErrorId 'ClientSecretWrong,*'
    }

    It 'shows secret and token nowhere' {
        $connection = Connect-OcEnvironment -Sandbox
        $own = $connection | Start-OcSandbox -Tls -RequireSignIn
        try {
            $everything = & {
                $VerbosePreference = $DebugPreference = 'Continue'
                Add-OcSandboxApplication $app.AppId -ClientSecret $secret | Format-List *
                Connect-OcEnvironment $own.Url -ClientId $app.AppId -ClientSecret $secret | Format-List *
                Get-OcCustomChannel
                Get-OcMessagingToken -AppId $app.AppId -ClientSecret $secret | Format-List *
                Get-OcMessagingToken -AppId $app.AppId -ClientSecret $wrong -ErrorAction Continue
                Get-OcSandboxRequest -Connection $connection | Format-List *
                $connection | Export-OcSandbox TestDrive:/saved.json
                Get-Content TestDrive:/saved.json -Raw
            } *>&1 | Out-String -Width 400
        }
        finally { Stop-OcSandbox $own }

        $everything | Should -Match 'oauth2/v2.0/token'
        foreach ($text in 'the-right-secret', 'the-wrong-secret', 'eyJ') {
            $everything.Contains($text) | Should -BeFalse
        }
    }
}

Describe 'The commands of the sandbox' {
    It 'work on a connection that signed in to one as well' {
        $server = Start-OcSandbox
        try {
            $null = Connect-OcEnvironment $server.Url -AccessToken x
            Add-OcSandboxFault 400 -Message 'No.' -Method POST
            $channel = @{ Name = 'Web'; AppId = New-Guid; WebhookUrl = 'https://a.example.com' }
            { New-OcCustomChannel @channel -ErrorAction Stop } | Should -Throw 'No.'
            Get-OcSandboxRequest POST | Should -HaveCount 1
            Clear-OcSandbox
            Get-OcSandboxRequest | Should -BeNullOrEmpty
        }
        finally {
            Stop-OcSandbox
            Get-OcConnection | Disconnect-OcEnvironment
        }
    }

    It 'refuse a connection to something else' {
        $server = Start-OcSandbox
        try {
            $online = Connect-OcEnvironment $server.Url -AccessToken x
            Stop-OcSandbox $server
            { Clear-OcSandbox -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { Get-OcSandboxRequest -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { Add-OcSandboxFault 400 -Connection $online } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            $secret = ConvertTo-SecureString x -AsPlainText -Force
            { Add-OcSandboxApplication (New-Guid) -ClientSecret $secret -Connection $online -ErrorAction Stop } |
                Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
            { $online | Start-OcSandbox } | Should -Throw -ErrorId 'ConnectionNotToSandbox,*'
        }
        finally { Get-OcConnection | Disconnect-OcEnvironment }
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
