# Puts the folder first on the module path and answers with the newest Pester 5, or with nothing.
function Find-Pester([string] $ModuleFolder) {
    $separator = [System.IO.Path]::PathSeparator
    $env:PSModulePath = $ModuleFolder + $separator + $env:PSModulePath
    Get-Module -ListAvailable Pester |
        Where-Object { $_.Version -ge '5.5' -and $_.Version -lt '6.0' } |
        Sort-Object Version -Descending |
        Select-Object -First 1
}
