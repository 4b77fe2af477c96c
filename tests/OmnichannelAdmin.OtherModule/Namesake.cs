using System.Reflection;

// The whole of a library that has the name of one of ours, and nothing in it: whoever gets it by mistake fails at once.
[assembly: AssemblyVersion("99.0.0.0")]
