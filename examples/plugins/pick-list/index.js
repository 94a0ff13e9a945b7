import { definePlugin } from 'inventree-server/plugin'

const COLUMNS = ['Place', 'Part', 'IPN', 'Batch', 'Serial', 'Quantity', 'For', 'Picked']

export default definePlugin({
  exporter: {
    addresses: ['/api/build/item/'],
    columns: () => COLUMNS,
    rows: (allocations) =>
      allocations
        .map(
          ({ location_detail: place, part_detail: part, stock_item_detail: item, build_detail: build, quantity }) => [
            place?.pathstring ?? place?.name ?? '',
            part?.full_name ?? part?.name ?? '',
            part?.IPN ?? '',
            item?.batch ?? '',
            item?.serial ?? '',
            quantity,
            build?.reference ?? ''
          ]
        )
        .sort((one, other) => one[0].localeCompare(other[0]) || one[1].localeCompare(other[1]))
  }
})
