BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $module = Get-ModulePath
    $listCommands = '(Get-Command -Module OmnichannelAdmin).Name | Sort-Object'
    $expected = (Import-PowerShellDataFile "$module/OmnichannelAdmin.psd1").CmdletsToExport | Sort-Object
}

Describe 'Importing the module' {
    It 'exports every command of the manifest' {
        Invoke-NewPowerShell "Import-Module '$module'; $listCommands" | Should -Be $expected
    }

    It 'happens by itself when one of its commands is named' {
        $modulePath = [System.IO.Path]::GetDirectoryName($module) + [System.IO.Path]::PathSeparator
        Invoke-NewPowerShell "
            `$env:PSModulePath = '$modulePath' + `$env:PSModulePath
            `$null = Get-OcConnection
            (Get-Module OmnichannelAdmin).Path" | Should -Be "$module/OmnichannelAdmin.psm1"
    }

    It 'exports every command again with -Force, twice' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            Import-Module '$module' -Force
            Import-Module '$module' -Force
            $listCommands" | Should -Be $expected
    }

    It 'exports every command again after the module was removed' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            Remove-Module OmnichannelAdmin
            Import-Module '$module'
            $listCommands" | Should -Be $expected
    }

    It 'leaves no command behind when the module is removed' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            Remove-Module OmnichannelAdmin
            (Get-Module | Where-Object Name -Like 'OmnichannelAdmin*').Count
            (Get-Command *-Oc* -CommandType Cmdlet -ErrorAction Ignore).Count" | Should -Be @(0, 0)
    }

    It 'works in four runspaces at once' {
        Invoke-NewPowerShell "
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module '$module'
                ($listCommands) -join ' '
            }" | Should -Be (@($expected -join ' ') * 4)
    }

    It 'takes at most 100 ms more than that of an empty binary module' {
        Measure-ImportOverhead -Rounds 30 -Limit 100 | Should -BeLessOrEqual 100
    }
}

Describe 'The libraries of the module' {
    It 'are not loaded before they are needed: <_>' -ForEach @(
        'Microsoft.Identity*', 'Microsoft.OData*', 'Polly*', 'System.Net.Http', 'System.Net.Sockets'
    ) {
        # What PowerShell itself loads in time is not ours to count.
        Invoke-NewPowerShell "
            function Get-Loaded { [System.AppDomain]::CurrentDomain.GetAssemblies().ForEach({ `$_.GetName().Name }) }
            Import-Module '$(Get-OtherModulePath)'
            `$before = Get-Loaded
            Import-Module '$module'
            Get-Loaded | Where-Object { `$_ -notin `$before -and `$_ -like '$_' }" | Should -BeNullOrEmpty
    }

    It 'stay out of the context that other modules share' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            Connect-OcEnvironment -Sandbox | Out-Null
            Get-OcCustomChannel
            `$own = [System.IO.Directory]::GetFiles('$module/lib').ForEach({ [System.IO.Path]::GetFileName(`$_) })
            [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies |
                Where-Object { -not `$_.IsDynamic -and [System.IO.Path]::GetFileName(`$_.Location) -in `$own } |
                ForEach-Object Location" | Should -BeNullOrEmpty
    }

    It 'work beside another <_> that was there first' -ForEach @(
        'Microsoft.OData.Core', 'Microsoft.OData.Edm', 'Polly.Core'
    ) {
        Invoke-NewPowerShell "
            `$null = [System.Reflection.Assembly]::LoadFrom('$(Get-NamesakePath $_)')
            Import-Module '$module'
            Connect-OcEnvironment -Sandbox | Out-Null
            Get-OcCustomChannel
            [System.AppDomain]::CurrentDomain.GetAssemblies().
                Where({ `$_.GetName().Name -eq '$_' }).ForEach({ `$_.Location })" |
            Should -Be @((Get-NamesakePath $_), "$module/lib/$_.dll")
    }
}

Describe 'A second copy of the module' {
    BeforeAll {
        Copy-Item $module "$TestDrive/OmnichannelAdmin" -Recurse
    }

    It 'is refused in words that name both' {
        { Invoke-NewPowerShell "Import-Module '$module'; Import-Module '$TestDrive/OmnichannelAdmin'" } |
            Should -Throw "*cannot be imported from*$TestDrive*already loaded it from*$module*new PowerShell*"
    }

    It 'is refused as well when it is of another version' {
        $loader = Get-NamesakePath 'OmnichannelAdmin.Loader'
        { Invoke-NewPowerShell "`$null = [System.Reflection.Assembly]::LoadFrom('$loader'); Import-Module '$module'" } |
            Should -Throw "*cannot be imported from*$module*already loaded it from*libraries*new PowerShell*"
    }

    It 'leaves the first one working' {
        Invoke-NewPowerShell "
            Import-Module '$module'
            try { Import-Module '$TestDrive/OmnichannelAdmin' } catch { }
            $listCommands" | Should -Be $expected
    }
}

Describe 'Help' {
    BeforeAll {
        Import-Module $module
    }

    It 'is found for every command' {
        $withoutHelp = Get-Command -Module OmnichannelAdmin | Where-Object {
            $help = Get-Help $_.Name
            # Without a help file Get-Help answers with the syntax as the synopsis.
            -not $help.Synopsis -or $help.Synopsis.Trim().StartsWith($_.Name) -or -not $help.examples
        }
        $withoutHelp.Name | Should -BeNullOrEmpty
    }

    It 'has a page about the module' {
        (Get-Help about_OmnichannelAdmin) -join "`n" | Should -BeLike '*Connect-OcEnvironment*'
    }
}
