using FsCheck;
using FsCheck.Fluent;

namespace OmnichannelAdmin.Sandbox.Tests.Properties;

/// <summary>Makes sequences of writes, sensible and not.</summary>
internal static class WriteGenerator
{
    private const int Channels = 4;
    private const int Workstreams = 3;

    /// <summary>Longer than a name may be, so that some writes fail in their middle.</summary>
    private static readonly string TooLong = new('n', 101);

    public static Arbitrary<Write[]> Sequences() =>
        Arb.From(Gen.Frequency((5, One()), (1, ChangeSets())).ArrayOf(), Shrink);

    private static Gen<Write> ChangeSets() =>
        One().NonEmptyListOf().Select(Write (writes) => new Write.ChangeSet([.. writes.Take(5)]));

    private static Gen<Write> One() => Gen.OneOf(
        from channel in Channel() from name in Name() from workstream in WorkstreamOrNone()
        select (Write)new Write.CreateChannel(channel, name, workstream),
        from channel in Channel() from name in Name() select (Write)new Write.Rename(channel, name),
        from channel in Channel() from workstream in WorkstreamOrNone()
        select (Write)new Write.Bind(channel, workstream),
        from channel in Channel() select (Write)new Write.DeleteChannel(channel),
        from workstream in Workstream() from name in Name()
        select (Write)new Write.UpsertWorkstream(workstream, name),
        from workstream in Workstream() select (Write)new Write.DeleteWorkstream(workstream));

    private static Gen<int> Channel() => Gen.Choose(0, Channels - 1);

    private static Gen<int> Workstream() => Gen.Choose(0, Workstreams - 1);

    private static Gen<int?> WorkstreamOrNone() =>
        Gen.Choose(-1, Workstreams - 1).Select(number => number < 0 ? null : (int?)number);

    private static Gen<string> Name() =>
        Gen.Frequency((9, Gen.Elements("a", "b", "O'Neil", "Привет 🎈")), (1, Gen.Constant(TooLong)));

    private static IEnumerable<Write[]> Shrink(Write[] writes) =>
        Enumerable.Range(0, writes.Length).Select(index => writes.Where((_, place) => place != index).ToArray());
}
