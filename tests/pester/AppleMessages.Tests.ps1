BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    $ConfirmPreference = 'None'
    $WarningPreference = 'SilentlyContinue'
    $secret = ConvertTo-SecureString 's3cret-word' -AsPlainText -Force
    $key = [System.Security.Cryptography.RSA]::Create(2048)
    $certificate = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        'CN=merchant.com.contoso', $key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1).
        CreateSelfSigned([DateTimeOffset]::UnixEpoch, [DateTimeOffset]::UnixEpoch.AddYears(100))

    function Add-Message([string] $Name = 'Sign in') {
        New-OcRichMessage $Name Authentication -Content @{ receivedmessage = 'Please sign in'; replymessage = 'Thanks' }
    }

    function Add-Setting([string[]] $Name) {
        Add-Message | Out-Null
        $Name | ForEach-Object {
            New-OcAuthSetting $_ -ClientId contoso -ClientSecret $secret -Scope openid -DecryptedTokenUrl https://login.contoso.example.com
        }
    }

    function Add-Profile([string[]] $Name) {
        $Name | ForEach-Object {
            New-OcPaymentProfile $_ -MerchantName Contoso -MerchantId merchant.com.contoso -Certificate $certificate -CertificatePassword $secret `
                -MerchantDomainUrl https://shop.contoso.example.com -GatewayUrl https://pay.contoso.example.com -CountryCode DE -Network Visa
        }
    }
}

Describe 'The endpoints of the Messaging Service Provider' {
    It 'need no connection' { Get-OcMspEndpoint | Should -HaveCount 13 }

    It 'are picked for a connection from the pipeline, and for the current one' {
        $connection = Connect-OcEnvironment -Sandbox
        try {
            ($connection | Get-OcMspEndpoint).Code | Should -Be eur
            (Get-OcMspEndpoint -Current).Code | Should -Be eur
        }
        finally { Disconnect-OcEnvironment }
    }

    It 'ask for a connection when the current one is wanted and there is none' {
        { Get-OcMspEndpoint -Current -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected*'
    }

    It 'are completed by name and by code' {
        $line = 'Get-OcMspEndpoint uni'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'United Arab Emirates'", "'United Kingdom'"
    }
}

Describe 'An Apple Messages for Business account' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Get-OcConnection | Disconnect-OcEnvironment }

    It 'is made from rows, changed and removed through the pipeline' {
        'Name,AccountId,AgentFileAttachments', 'One,urn:biz:b15ed773-9eed-11e7-baa2-7b88b04daa8e,yes', 'Two,a884eddf-0000-4000-8000-000000000001,' |
            ConvertFrom-Csv | New-OcAppleAccount | ForEach-Object AccountId | Should -Not -BeLike 'urn:*'
        (Get-OcAppleAccount | Set-OcAppleAccount -Language de-DE -PassThru).Language.Name | Select-Object -Unique | Should -Be 'German - Germany'
        Get-OcAppleAccount | Remove-OcAppleAccount
        Get-OcAppleAccount | Should -BeNullOrEmpty
    }

    It 'is set up as a channel of a workstream through the pipeline' {
        New-OcWorkstream 'Apple chats' AppleMessagesForBusiness | Out-Null
        New-OcAppleAccount Contoso b15ed773-9eed-11e7-baa2-7b88b04daa8e | Out-Null
        Get-OcAppleAccount | Add-OcWorkstreamChannel -Workstream 'Apple chats' -Language en-US | Out-Null
        (Get-OcWorkstream Apple* | Get-OcWorkstreamChannel).Name | Should -Be 'Contoso'
    }

    It 'is tested by name and through the pipeline' {
        New-OcAppleAccount Contoso b15ed773-9eed-11e7-baa2-7b88b04daa8e | Out-Null
        Test-OcAppleAccount Contoso -Quiet | Should -BeFalse
        (Get-OcAppleAccount | Test-OcAppleAccount).Findings.Name | Should -Be 'Workstream', 'Language'
    }

    It 'warns once in a session that Apple takes nobody new' {
        New-OcAppleAccount One b15ed773-9eed-11e7-baa2-7b88b04daa8e -WarningVariable first -WarningAction SilentlyContinue | Out-Null
        New-OcAppleAccount Two b15ed773-9eed-11e7-baa2-7b88b04daa8e -WarningVariable second -WarningAction SilentlyContinue | Out-Null
        $first | Should -HaveCount 1
        $second | Should -BeNullOrEmpty
    }
}

Describe 'An authentication setting' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Get-OcConnection | Disconnect-OcEnvironment }

    It 'is made, changed and removed through the pipeline' {
        Add-Setting 'Contoso one', 'Contoso two' | Should -HaveCount 2
        (Get-OcAuthSetting Contoso* | Set-OcAuthSetting -Scope openid, email -PassThru).Scope | Select-Object -Unique | Should -Be 'openid', 'email'
        Get-OcAuthSetting | Remove-OcAuthSetting
        Get-OcAuthSetting | Should -BeNullOrEmpty
    }

    It 'shows nothing of its secret, drawn as a table, as a list, as JSON or in what -WhatIf says' {
        $setting = Add-Setting Contoso
        $shown = ($setting | Format-Table | Out-String) + ($setting | Format-List * | Out-String) + ($setting | ConvertTo-Json -Depth 4)
        $shown | Should -Not -Match 's3cret'
        "$($setting.ClientSecret)" | Should -Be Set
    }

    It 'takes the parameters of one kind only' {
        Add-Message | Out-Null
        { New-OcAuthSetting a -ClientId c -ClientSecret $secret -Scope s -DecryptedTokenUrl https://a.example.com -JavaScriptFunction f -ErrorAction Stop } |
            Should -Throw -ErrorId 'AmbiguousParameterSet*'
        (New-OcAuthSetting chat -PublicKeyUrl https://a.example.com/key -JavaScriptFunction getToken).ChannelType | Should -Be LiveChat
    }

    It 'takes further settings as a hashtable' {
        Add-Setting Contoso | Set-OcAuthSetting -Entry @{ expiry = 3600 }
        (Get-OcAuthSetting Contoso).Entries['expiry'] | Should -Be 3600
    }
}

Describe 'A payment profile' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Get-OcConnection | Disconnect-OcEnvironment }

    It 'is made, changed and removed through the pipeline' {
        Add-Profile 'Contoso one', 'Contoso two' | Should -HaveCount 2
        (Get-OcPaymentProfile Contoso* | Set-OcPaymentProfile -CountryCode us -PassThru).CountryCode | Select-Object -Unique | Should -Be US
        Get-OcPaymentProfile | Remove-OcPaymentProfile
        Invoke-OcRequest msdyn_ocapplepaies | Should -BeNullOrEmpty
    }

    It 'takes its certificate from a file below the current location' {
        $location = New-Item -ItemType Directory "$([System.IO.Path]::GetTempPath())/$([guid]::NewGuid())"
        try {
            [System.IO.File]::WriteAllBytes("$location/merchant.p12", $certificate.Export('Pkcs12', $secret))
            Push-Location $location
            $payment = New-OcPaymentProfile Contoso -MerchantName Contoso -MerchantId m -CertificatePath ./merchant.p12 -CertificatePassword $secret `
                -MerchantDomainUrl https://shop.contoso.example.com -GatewayUrl https://pay.contoso.example.com -CountryCode DE -Network 'American Express', visa
            $payment.CertificateFileName | Should -Be merchant.p12
            "$($payment.Network)" | Should -Be 'AmericanExpress Visa'
        }
        finally { Pop-Location; Remove-Item $location -Recurse }
    }
}

Describe 'A rich message' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox }
    AfterEach { Get-OcConnection | Disconnect-OcEnvironment }

    It 'is made, changed and removed through the pipeline' {
        'One', 'Two' | ForEach-Object { Add-Message $_ } | Should -HaveCount 2
        (Get-OcRichMessage | Set-OcRichMessage -Tag login -PassThru).Tags.Name | Should -Be login, login
        Get-OcRichMessage | Set-OcRichMessage -Content @{ receivedmessage = 'Again'; replymessage = 'Thanks' }
        (Get-OcRichMessage One).Content | ConvertFrom-Json | ForEach-Object receivedmessage | Should -Be Again
        Get-OcRichMessage | Remove-OcRichMessage
        Get-OcRichMessage | Should -BeNullOrEmpty
    }

    It 'says which field of its content is wrong' {
        { New-OcRichMessage Pay ApplePay -Content @{ messageTitle = 'a'; currencyCode = 'EURO' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'ContentFieldNotCurrency*' -ExpectedMessage '*Content.currencyCode*'
    }

    It 'loses its workstreams and tags by $null and by an empty list' {
        $message = New-OcRichMessage One Authentication -Tag a -Workstream 'Messaging workstream' -Content @{ receivedmessage = 'a'; replymessage = 'b' }
        $changed = $message | Set-OcRichMessage -Tag $null -Workstream @() -PassThru
        $changed.Tags.Count + $changed.Workstreams.Count | Should -Be 0
    }
}
