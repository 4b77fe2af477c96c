# No Add-Type and no Join-Path here: each would load a whole module of the engine into every import.
$loaderPath = [System.IO.Path]::GetFullPath("$PSScriptRoot/OmnichannelAdmin.Loader.dll")
try {
    $loader = [System.Reflection.Assembly]::LoadFrom($loaderPath)
    $loadedPath = $loader.Location
}
catch [System.IO.FileLoadException] {
    # Another version of the loader is in this process already.
    $loadedPath = [System.AppDomain]::CurrentDomain.GetAssemblies().
        Where({ $_.GetName().Name -eq 'OmnichannelAdmin.Loader' }, 'First').Location
}

# .NET would quietly run the first copy's code under the second copy's name and version.
if ($loadedPath -ne $loaderPath) {
    throw "OmnichannelAdmin cannot be imported from '$PSScriptRoot', because this process has already loaded " +
        "it from '$([System.IO.Path]::GetDirectoryName($loadedPath))'. Start a new PowerShell to use this copy."
}

$cmdlets = Import-Module -Assembly ([OmnichannelAdmin.Loader.ModuleLoadContext]::LoadCmdlets()) -PassThru

# Without this a later import finds the cmdlets "already loaded" and exports none of them, without an error.
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module $cmdlets -Force }.GetNewClosure()
