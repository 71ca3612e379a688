namespace Cryptocardium.Kernel.Writing;

// Cached rows of any type.
internal interface ILockedRows
{
    string Table { get; }

    bool IsChanged { get; }

    void Write();

    void Forget();
}
