namespace Cryptocardium.Contract.Tests.Tool;

/// <summary>Where the contract is, seen from wherever the tests run.</summary>
internal static class Repository
{
    public static string Contract { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var yaml = Path.Combine(directory, "openapi", "v1.yaml");
            if (File.Exists(yaml))
                return yaml;
        }
        throw new FileNotFoundException("openapi/v1.yaml is in no folder above the tests.");
    }
}
