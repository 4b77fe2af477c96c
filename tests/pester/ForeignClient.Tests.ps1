# A client that is not ours, of another vendor and in another language, drives a sandbox over the loopback. It needs
# Node.js and what tests/foreign-client/package.json names. Where these cannot be had it is left out, and that is said.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $reason = Install-ForeignClient
    if ($reason) { Write-Host "Left out: the client of another vendor, because $reason." }
}

# No tests rather than skipped ones: what a machine cannot run is no open question about the module.
if ($reason) { return }

Describe 'A client of another vendor, on the loopback address with TLS' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Shared.psm1" -Force
        Import-Module (Get-ModulePath)
        $client = Get-ForeignClientPath

        $secret = 'the-secret-of-the-client'
        $server = Start-OcSandbox -Tls -RequireSignIn
        $app = $server | Add-OcSandboxApplication (New-Guid) -ClientSecret (ConvertTo-SecureString $secret -AsPlainText)
        $server.Authority.ExportCertificatePem() | Set-Content "$client/authority.pem"
        $env:NODE_EXTRA_CA_CERTS = "$client/authority.pem"
        $env:OC_URL = $server.Url
        $env:OC_TOKEN_ENDPOINT = $server.TokenEndpoint
        $env:OC_CLIENT_ID = $app.AppId
        $env:OC_CLIENT_SECRET = $secret
        try {
            $output = node "$client/drive.mjs" 2>&1
            if ($LASTEXITCODE) { throw "The client ended early: $output" }
        }
        finally {
            Remove-Item Env:NODE_EXTRA_CA_CERTS, Env:OC_*
            Stop-OcSandbox $server
        }
        $seen = $output | ConvertFrom-Json
    }

    It 'signs in at the token endpoint' { $seen.whoAmI.UserId | Should -Be $app.UserId }

    It 'reads' {
        $seen.workstream.msdyn_name | Should -Be 'Messaging workstream'
        $seen.read.msdyn_occustomchannelid_Formatted | Should -Be 'Messaging API'
        $seen.read._msdyn_liveworkstreamid_value_LogicalName | Should -Be 'msdyn_liveworkstream'
        $seen.read.msdyn_liveworkstreamid.msdyn_name | Should -Be 'Messaging workstream'
    }

    It 'creates, updates and deletes' {
        $seen.created._msdyn_liveworkstreamid_value | Should -Be $seen.workstream.msdyn_liveworkstreamid
        $seen.read.msdyn_name | Should -Be 'Renamed'
        $seen.gone.code | Should -Be '0x80040217'
    }

    It 'is refused as by the platform' {
        $seen.stale.status | Should -Be 412
        $seen.stale.code | Should -Be '0x80060882'
        $seen.unknownColumn.status | Should -Be 400
        $seen.fetchXml.status | Should -Be 501
    }

    It 'reads page by page, one by one and all' {
        $seen.firstPage.count | Should -Be 5
        $seen.firstPage.names | Should -Be 'Row 5', 'Row 4'
        $seen.secondPage.names | Should -Be 'Row 3', 'Row 2'
        $seen.allPages | Should -Be 'Row 5', 'Row 4', 'Row 2', 'Row 1'
    }

    It 'sends a batch with a change set and a reference by Content-ID' {
        $seen.batch | Should -HaveCount 4
        $seen.batch[3].msdyn_name | Should -Be 'Renamed in batch'
        $seen.afterBatch | Should -Be 1
    }

    It 'sends a batch of which nothing remains when a part is refused' {
        $seen.refusedBatch.status | Should -Be 400
        $seen.afterRefusedBatch | Should -Be 0
    }

    It 'links rows and unlinks them' {
        $seen.linked | Should -Be 1
        $seen.unlinked | Should -Be 0
    }

    It 'reads the definitions of tables, and $metadata' {
        $seen.table.EntitySetName | Should -Be 'msdyn_occustommessagingchannels'
        $seen.metadata.key | Should -Be 'msdyn_occustommessagingchannelid'
        $seen.metadata.workstream | Should -Be 'Microsoft.Dynamics.CRM.msdyn_liveworkstream'
    }
}
