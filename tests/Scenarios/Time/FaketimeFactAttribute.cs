using Xunit;

namespace Cryptocardium.Tests.Scenarios.Time;

/// <summary>A test that changes the wall clock of a process with libfaketime. Without the library it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FaketimeFactAttribute : FactAttribute
{
    // The path of Debian's package faketime, on each architecture.
    private static readonly string? Found = new[] { "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib" }
        .Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists);

    /// <summary>Skips the test when there is no library.</summary>
    public FaketimeFactAttribute()
    {
        if (Found is null)
        {
            Skip = "No libfaketime: install the package faketime.";
        }
    }

    /// <summary>The path of the library.</summary>
    public static string Library => Found!;
}
