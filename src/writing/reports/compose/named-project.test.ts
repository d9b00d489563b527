import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listedProject, projectInText } from './named-project.ts'

test('名称以“项目”结尾的，句子里不再写一遍“项目”', () => {
  assert.equal(projectInText('会议费'), '会议费项目')
  assert.equal(projectInText('老旧小区改造项目'), '老旧小区改造项目')
  assert.equal(projectInText('部门预算绩效管理'), '“部门预算绩效管理”项目')
  assert.equal(projectInText('单位信息化项目'), '“单位信息化项目”')
})

test('一列金额里的项目名称都加引号', () => {
  assert.equal(listedProject('会议费、宣传费'), '“会议费、宣传费”项目')
  assert.equal(listedProject('老旧小区改造项目'), '“老旧小区改造项目”')
})
