namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for this type to write records; the framework of generators does not have it.</summary>
internal static class IsExternalInit;
