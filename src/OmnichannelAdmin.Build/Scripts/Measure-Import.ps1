# Says how much longer the module takes to import than an empty binary module, and fails above the limit.
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../../tests/pester/Shared.psm1"

$limit = 100
$overhead = Measure-ImportOverhead -Rounds 15
"Import: {0:0} ms more than an empty binary module (the least of 15 rounds each; at most $limit)" -f $overhead
exit [int]($overhead -gt $limit)
