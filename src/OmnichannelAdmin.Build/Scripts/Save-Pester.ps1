# Succeeds when a Pester 5 can be imported; fetches one from the gallery into the folder given when none is installed.
param([Parameter(Mandatory)] [string] $ModuleFolder)
$ErrorActionPreference = 'Stop'

. "$PSScriptRoot/Find-Pester.ps1"
if (Find-Pester $ModuleFolder) { exit 0 }

$null = New-Item -ItemType Directory -Force $ModuleFolder
Save-PSResource -Name Pester -Version '[5.5,6.0)' -Repository PSGallery -Path $ModuleFolder -TrustRepository
if (-not (Find-Pester $ModuleFolder)) { exit 1 }
